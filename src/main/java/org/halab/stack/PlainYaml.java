package org.halab.stack;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as maps, lists and scalars. What Compose is told about a value, whether it replaces or
 * removes what an earlier file says, is passed over: the value is read as it stands.
 */
final class PlainYaml extends SafeConstructor {
  PlainYaml() {
    super(new LoaderOptions());
    yamlConstructors.put(new Tag("!override"), new AsItStands());
    yamlConstructors.put(new Tag("!reset"), new AsItStands());
  }

  private final class AsItStands extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      if (node instanceof MappingNode map) {
        return constructMapping(map);
      }
      return node instanceof SequenceNode list
          ? constructSequence(list)
          : constructScalar((ScalarNode) node);
    }
  }
}
