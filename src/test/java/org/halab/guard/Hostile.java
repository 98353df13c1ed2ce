package org.halab.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halab.reading.Difference;
import org.halab.stack.YamlSource;

/**
 * A project of somebody who means harm: {@code src/test/resources/projects/hostile/NAME.yml}, kept
 * as {@link Difference}s are, with
 *
 * <pre>{@code
 * refused: CODE        # it is not started
 * taken: [CODE]        # what is taken out of it and named
 * runs: true           # it runs within the limits, and harms itself alone
 * ends: CODE           # it is ended when it goes beyond them
 * }</pre>
 *
 * @param refused empty if it is started
 * @param ends empty if it is not ended
 */
record Hostile(
    Difference difference, String refused, Set<String> taken, boolean runs, String ends) {
  static final Path DIRECTORY = Path.of("src", "test", "resources", "projects", "hostile");

  static List<Hostile> all() throws IOException {
    return Difference.all(DIRECTORY).stream().map(Hostile::of).toList();
  }

  @SuppressWarnings("unchecked")
  private static Hostile of(Difference difference) {
    Map<String, Object> all =
        (Map<String, Object>)
            YamlSource.read(DIRECTORY.resolve(difference.name() + ".yml")).content();
    return new Hostile(
        difference,
        (String) all.getOrDefault("refused", ""),
        new HashSet<>((List<String>) all.getOrDefault("taken", List.of())),
        Boolean.TRUE.equals(all.get("runs")),
        (String) all.getOrDefault("ends", ""));
  }

  boolean started() {
    return runs || !ends.isEmpty();
  }

  @Override
  public String toString() {
    return difference.toString();
  }
}
