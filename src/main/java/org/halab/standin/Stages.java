package org.halab.standin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halab.stack.Instruction;

/** A Dockerfile as the stages that an image is made in. */
final class Stages {
  private final List<Stage> stages = new ArrayList<>();
  private final Variables global = new Variables();
  private final String target;

  /**
   * @param base as it is named: an image, or a stage before this one
   */
  private record Stage(String base, String name, List<Instruction> instructions, int place) {}

  /**
   * @param target the stage that is built; empty for the last
   * @param arguments that are given to the build
   */
  Stages(String dockerfile, String target, Map<String, String> arguments) {
    this.target = target.toLowerCase(Locale.ROOT);
    for (Instruction one : Instruction.in(dockerfile)) {
      if (one.keyword().equals("FROM")) {
        List<String> words = one.words();
        boolean named = words.size() > 2 && words.get(1).equalsIgnoreCase("AS");
        String name = named ? words.get(2).toLowerCase(Locale.ROOT) : "" + stages.size();
        stages.add(new Stage(global.in(words.get(0)), name, new ArrayList<>(), stages.size()));
      } else if (!stages.isEmpty()) {
        stages.get(stages.size() - 1).instructions().add(one);
      } else if (one.keyword().equals("ARG")) {
        global.argument(one.rest(), arguments);
      }
    }
  }

  /** What the ARGs before the first FROM say. */
  Variables global() {
    return global;
  }

  /** The images of others that any of its stages stands on. */
  Set<String> bases() {
    Set<String> bases = new LinkedHashSet<>();
    for (Stage stage : stages) {
      if (stageBelow(stage).isEmpty() && !stage.base().equals("scratch")) {
        bases.add(stage.base());
      }
    }
    return bases;
  }

  /** The image that the built one stands on, also through other stages; empty if none is named. */
  Optional<String> base() {
    List<Stage> chain = chain();
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(0).base());
  }

  /** What is done on that base, from the first stage of the way to the last. */
  List<Instruction> instructions() {
    return chain().stream().flatMap(stage -> stage.instructions().stream()).toList();
  }

  private List<Stage> chain() {
    List<Stage> chain = new ArrayList<>();
    Optional<Stage> stage =
        target.isEmpty() && !stages.isEmpty()
            ? Optional.of(stages.get(stages.size() - 1))
            : named(target, stages.size());
    for (; stage.isPresent(); stage = stageBelow(stage.get())) {
      chain.add(0, stage.get());
    }
    return chain;
  }

  private Optional<Stage> stageBelow(Stage stage) {
    return named(stage.base(), stage.place());
  }

  private Optional<Stage> named(String name, int before) {
    return stages.stream()
        .filter(stage -> stage.place() < before)
        .filter(stage -> stage.name().equals(name.toLowerCase(Locale.ROOT)))
        .reduce((first, last) -> last);
  }
}
