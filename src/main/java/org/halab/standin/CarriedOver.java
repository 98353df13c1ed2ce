package org.halab.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.stack.Instruction;
import org.halab.stack.PathInContainer;

/**
 * What of a project's Dockerfile holds on a stand-in too: the files that it copies, with their
 * owners, its directories and users, ENV, WORKDIR, USER, ENTRYPOINT, CMD. Nothing that it would
 * install or run is.
 */
final class CarriedOver {
  /** They say how containers run, and do nothing while the image is made. */
  private static final Set<String> AS_THEY_STAND =
      Set.of(
          "ENV",
          "WORKDIR",
          "USER",
          "CMD",
          "ENTRYPOINT",
          "EXPOSE",
          "VOLUME",
          "STOPSIGNAL",
          "HEALTHCHECK");

  /** COPY would take them for patterns. */
  private static final String ODD_NAME = ".*[*?$\\[\\\\].*";

  private static final String OWNER = "[\\w.@-]+(:[\\w.@-]+)?";

  /** An image has no more than 127 layers. */
  private static final int MOST_COPIES = 90;

  private final ContextFiles context;
  private final Map<String, String> arguments;
  private final Layout layout = new Layout();
  private final Variables variables = new Variables();
  private final List<Object> lines = new ArrayList<>();
  private final String dockerfile;
  private Variables global = new Variables();
  private String directory = "/";
  private String user = "";

  /** The place of one COPY among the other lines. */
  private record Copy(int number) {}

  /**
   * @param dockerfile as it is called in messages
   * @param arguments that Compose gives to the build
   */
  CarriedOver(String dockerfile, Path context, Map<String, String> arguments) {
    this.dockerfile = dockerfile;
    this.context = new ContextFiles(context);
    this.arguments = arguments;
  }

  /**
   * @throws LabException if a file that is copied is not there: no build could work
   */
  void read(Stages stages) {
    global = stages.global();
    stages.instructions().forEach(this::read);
  }

  private void read(Instruction one) {
    switch (one.keyword()) {
      case "ARG" -> argument(one.rest());
      case "ENV" -> variables.environment(one.rest());
      case "WORKDIR" -> {
        directory = absolute(variables.in(one.rest()));
        layout.need(directory);
      }
      case "USER" -> user = variables.in(one.rest()).replaceFirst("^(root|0)(:.*)?$", "");
      case "RUN" ->
          ShellCommands.of(one)
              .forEach(
                  words -> layout.run(words.stream().map(variables::in).toList(), user, directory));
      case "COPY", "ADD" -> copy(one);
      default -> {}
    }
    if (AS_THEY_STAND.contains(one.keyword())) {
      lines.add(one.keyword() + " " + one.rest());
    }
  }

  /** With the value that the project's own build would give it; the builder's own are left out. */
  private void argument(String rest) {
    String name = rest.replaceFirst("=.*", "").strip();
    variables.inherit(global, name);
    variables.argument(rest, arguments);
    String value = variables.in("${" + name + "}");
    if (name.matches("[A-Za-z_]\\w*") && !name.startsWith("BUILDKIT_") && !value.contains("\n")) {
      lines.add("ARG " + name + "=" + quoted(value));
    }
  }

  private void copy(Instruction one) {
    List<String> words = one.words().stream().map(variables::in).toList();
    if (words.size() < 2 || !one.document().isEmpty() || !one.flag("from").isEmpty()) {
      return;
    }
    List<String> sources = words.subList(0, words.size() - 1);
    String named = words.get(words.size() - 1);
    String target = absolute(named);
    List<CopiedFile> files = new ArrayList<>();
    for (String source : sources) {
      if (source.matches("(?i)[a-z]+://.*|git@.*")) {
        continue;
      }
      List<Path> found = context.named(source);
      if (found.isEmpty() && !source.matches(".*[*?\\[].*")) {
        throw new LabException(
            Message.of("standin.notCopied")
                .with("place", dockerfile + ":" + one.line())
                .with("file", source));
      }
      boolean into = named.matches("(.*/)?\\.?") || sources.size() > 1 || found.size() > 1;
      found.forEach(path -> files.addAll(copied(path, target, into, one)));
    }
    lines.add(new Copy(layout.copies().size()));
    layout.copy(files);
  }

  private List<CopiedFile> copied(Path path, String target, boolean into, Instruction one) {
    String named = variables.in(one.flag("chown"));
    String owner = named.matches(OWNER) ? named : "";
    String mode = variables.in(one.flag("chmod"));
    if (!Files.isDirectory(path)) {
      String name = into ? target + "/" + path.getFileName() : target;
      return List.of(CopiedFile.of(path, PathInContainer.normal(name), owner, mode));
    }
    return context.below(path).stream()
        .filter(file -> !file.toString().matches(ODD_NAME))
        .map(
            file -> {
              String below = path.relativize(file).toString().replace('\\', '/');
              return CopiedFile.of(file, PathInContainer.normal(target + "/" + below), owner, mode);
            })
        .toList();
  }

  Layout layout() {
    return layout;
  }

  /**
   * The Dockerfile of the image that stands in, each file to be copied from {@code files/} and its
   * place there.
   *
   * @param head its first instructions, which leave it to root
   * @param user of the stand-in, unless the project names another; empty for root
   * @param places gets where in {@code files/} each file is to be
   */
  String text(List<String> head, String user, Map<String, Path> places) {
    List<String> all = new ArrayList<>(head);
    Set<String> directories =
        layout.files().stream()
            .map(CopiedFile::directory)
            .filter(one -> one.matches("(/[\\w.@+-]+)+"))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> made = new ArrayList<>();
    directories.forEach(one -> made.add("mkdir -p \"" + one + "\""));
    made.addAll(layout.preparation());
    if (!made.isEmpty()) {
      // Before any of the project's files and settings: what runs here is the stand-in's own.
      all.add("RUN { " + String.join("; ", made) + "; } >/dev/null 2>&1; true");
    }
    if (!user.isEmpty()) {
      all.add("USER " + user);
    }
    int copies = 0;
    for (Object line : lines) {
      if (line instanceof Copy copy) {
        List<String> texts = new ArrayList<>();
        together(layout.copies().get(copy.number()))
            .forEach(files -> texts.add(copyOf(files, places)));
        for (String text : texts) {
          if (copies++ < MOST_COPIES) {
            all.add(text);
          }
        }
      } else {
        all.add(String.valueOf(line));
      }
    }
    return String.join("\n", all) + "\n";
  }

  /** Files that one COPY can bring: into one directory, under their names, with the same rights. */
  private static List<List<CopiedFile>> together(List<CopiedFile> files) {
    Map<List<String>, List<CopiedFile>> groups = new LinkedHashMap<>();
    for (CopiedFile file : files) {
      groups
          .computeIfAbsent(
              List.of(file.directory(), file.owner(), file.octal()), key -> new ArrayList<>())
          .add(file);
    }
    return List.copyOf(groups.values());
  }

  private static String copyOf(List<CopiedFile> files, Map<String, Path> places) {
    CopiedFile first = files.get(0);
    List<String> words = new ArrayList<>();
    String group = "files/" + places.size();
    for (CopiedFile file : files) {
      String place = group + "/" + file.name();
      places.put(place, file.source());
      words.add(place);
    }
    words.add(first.directory().replaceFirst("/$", "") + "/");
    String owner = first.owner().isEmpty() ? "" : "--chown=" + first.owner() + " ";
    return "COPY "
        + owner
        + "--chmod="
        + first.octal()
        + " "
        + words.stream().map(CarriedOver::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
  }

  private String absolute(String path) {
    return PathInContainer.absolute(directory, path);
  }
}
