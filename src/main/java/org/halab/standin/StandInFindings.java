package org.halab.standin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.Stack;
import org.halab.stack.YamlSource;

/** What is said of images that could not be had: once, however many there are. */
final class StandInFindings {
  private static final String OWN_POSTGRES = "15";

  private final Stack stack;

  StandInFindings(Stack stack) {
    this.stack = stack;
  }

  List<Finding> of(List<Lack> lacks) {
    if (lacks.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(List.of(standIns(lacks)));
    List<Lack> unknown =
        lacks.stream().filter(lack -> lack.answer().had() == Answer.Had.UNKNOWN).toList();
    if (!unknown.isEmpty()) {
      findings.add(unknown(unknown));
    }
    return findings;
  }

  private Finding standIns(List<Lack> lacks) {
    List<Lack> replaced = lacks.stream().filter(lack -> !lack.leftOut()).toList();
    List<Lack> leftOut = lacks.stream().filter(Lack::leftOut).toList();
    List<Message> said = new ArrayList<>();
    if (!replaced.isEmpty()) {
      said.add(
          Message.of("standin.replaced")
              .with("images", images(replaced))
              .with("parts", parts(replaced)));
    }
    if (replaced.stream().anyMatch(lack -> lack.dockerfile().isPresent())) {
      said.add(
          Message.of("standin.readAlone")
              .with("items", List.of(Item.IMAGE, Item.QUESTION_REBUILD)));
    }
    List<String> others = otherVersions(replaced);
    if (!others.isEmpty()) {
      said.add(Message.of("standin.otherVersion").with("images", others).with("own", OWN_POSTGRES));
    }
    if (!leftOut.isEmpty()) {
      said.add(
          Message.of("standin.leftOut")
              .with("services", leftOut.stream().map(Lack::service).toList()));
    }
    return new Finding(
        "stand-ins",
        Severity.HARMLESS,
        items(replaced),
        places(lacks),
        reasons(lacks),
        Message.joined(" ", said),
        Optional.empty());
  }

  private Finding unknown(List<Lack> lacks) {
    return new Finding(
        "image-unknown",
        Severity.RISK,
        items(lacks),
        places(lacks),
        reasons(lacks),
        Message.of("standin.unknown").with("images", images(lacks)),
        Optional.of(
            new Hint(
                Message.of("standin.unknown.look").with("places", places(lacks)),
                Message.of("standin.unknown.change"),
                Message.of("standin.unknown.try").with("images", images(lacks)))));
  }

  /** What the engine said, each thing once. */
  private static List<String> reasons(List<Lack> lacks) {
    return lacks.stream()
        .map(lack -> lack.answer().reason())
        .filter(reason -> !reason.isBlank())
        .distinct()
        .toList();
  }

  private static List<String> images(List<Lack> lacks) {
    return lacks.stream().map(Lack::image).distinct().toList();
  }

  private static List<String> parts(List<Lack> lacks) {
    Map<Part, Set<String>> services = new LinkedHashMap<>();
    lacks.forEach(
        lack ->
            services
                .computeIfAbsent(lack.part().orElseThrow(), part -> new LinkedHashSet<>())
                .add(lack.service()));
    return services.entrySet().stream()
        .map(one -> one.getKey() + " (" + String.join(", ", one.getValue()) + ")")
        .toList();
  }

  /** The images of nodes whose name asks for another PostgreSQL than stands in. */
  private static List<String> otherVersions(List<Lack> lacks) {
    return lacks.stream()
        .filter(lack -> lack.part().equals(Optional.of(Part.PATRONI)))
        .map(Lack::image)
        .filter(image -> Reference.of(image).name().equals("postgres"))
        .filter(image -> !Reference.of(image).tag().matches(OWN_POSTGRES + "([.-].*)?"))
        .distinct()
        .toList();
  }

  private static Set<Item> items(Collection<Lack> lacks) {
    return lacks.stream()
        .flatMap(lack -> items(lack).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Item.class)));
  }

  private static List<Item> items(Lack lack) {
    boolean proxy = lack.part().filter(one -> one == Part.HAPROXY || one == Part.NGINX).isPresent();
    if (lack.part().equals(Optional.of(Part.PATRONI)) && lack.dockerfile().isPresent()) {
      return List.of(Item.IMAGE, Item.QUESTION_REBUILD);
    }
    return List.of(proxy ? Item.ENTRYPOINT : Item.COMPOSE_FILE);
  }

  private List<String> places(List<Lack> lacks) {
    return lacks.stream().flatMap(lack -> place(lack).stream()).distinct().toList();
  }

  private Optional<String> place(Lack lack) {
    String key = lack.dockerfile().isPresent() ? "build" : "image";
    for (int i = stack.files().size() - 1; i >= 0; i--) {
      YamlSource source = YamlSource.read(stack.files().get(i));
      Optional<Integer> line = source.line("services", lack.service(), key);
      if (line.isEmpty()) {
        line = source.line("services", lack.service());
      }
      if (line.isPresent()) {
        return Optional.of(name(source.file()) + ":" + line.get());
      }
    }
    return Optional.empty();
  }

  private String name(Path file) {
    Path directory = stack.directory().toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(directory)
        ? directory.relativize(absolute).toString()
        : absolute.getFileName().toString();
  }
}
