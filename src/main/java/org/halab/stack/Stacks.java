package org.halab.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.halab.domain.LabException;
import org.halab.message.Message;

/** The stacks of a project: its own, and the variants that its overrides make of it. */
public final class Stacks {
  private static final String OWN = "guide";

  /** A Compose file is called by one of these; the first that is there is taken. */
  public static final List<String> NAMES =
      List.of("docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml");

  private final StackReader reader;
  private final Path directory;
  private final Copies copies;
  private final Map<List<Path>, Stack> read = new ConcurrentHashMap<>();

  /**
   * @param directory where the project's Compose file is
   * @param copies of the project, of which this directory may be one
   */
  public Stacks(StackReader reader, Path directory, Copies copies) {
    this.reader = reader;
    this.directory = directory;
    this.copies = copies;
  }

  /** Where the project's Compose file is. */
  public Path directory() {
    return directory;
  }

  /**
   * The project's own stack, which the features call {@code guide}.
   *
   * @throws LabException if there is no Compose file, or the project cannot be understood
   */
  public Stack own() {
    return read(OWN, directory, files());
  }

  /**
   * The files of the project's own stack.
   *
   * @throws LabException if there is no Compose file
   */
  public List<Path> files() {
    return copies.told(() -> List.of(composeFile()));
  }

  /**
   * The stack of this name: the project's own, or a variant of it.
   *
   * @throws LabException if there is no such variant
   */
  public Stack named(String name) {
    return name.equals(OWN) ? own() : variant(own(), name);
  }

  /**
   * A stack with an override on top of its files: {@code NAME/compose.yml} beside them, and below
   * it the one that it says to be laid on; the stack itself if it has that override already. A file
   * for a swarm, {@code NAME/stack.yml}, is a stack by itself.
   *
   * @throws LabException if there is no such override
   */
  public Stack variant(Stack stack, String variant) {
    Path whole = stack.directory().resolve(variant).resolve(Stack.OF_A_SWARM);
    if (Files.isRegularFile(whole)) {
      return read(variant, stack.directory(), List.of(whole));
    }
    if (stack.onSwarm()) {
      throw new LabException(
          Message.of("stack.noOverride").with("stack", stack).with("variant", variant));
    }
    Path override = stack.directory().resolve(variant).resolve("compose.yml");
    if (!Files.isRegularFile(override)) {
      throw new LabException(
          Message.of("stack.noVariant")
              .with("file", copies.told(override.toString()))
              .with("variant", variant));
    }
    if (stack.files().contains(override)) {
      return stack;
    }
    Stack below = below(stack, override);
    List<Path> files = new ArrayList<>(below.files());
    files.add(override);
    String name = stack.name().equals(OWN) ? variant : stack.name() + " " + variant;
    return read(name, stack.directory(), files);
  }

  /** What an override is laid on: the stack, or the variant of it that its {@code x-lab} names. */
  private Stack below(Stack stack, Path override) {
    return YamlSource.read(override).content() instanceof Map<?, ?> file
            && file.get("x-lab") instanceof Map<?, ?> told
            && told.get("laid-on") instanceof String variant
            && variant.matches("[\\w-]+")
        ? variant(stack, variant)
        : stack;
  }

  /** The same stack from a copy of its files. */
  public Stack from(Stack stack, Path copy) {
    return copies.told(() -> reader.moved(stack, copy));
  }

  private Stack read(String name, Path where, List<Path> files) {
    return copies.told(() -> read.computeIfAbsent(files, all -> reader.read(name, where, all)));
  }

  private Path composeFile() {
    return NAMES.stream()
        .map(directory::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    Message.of("stack.noCompose")
                        .with("names", NAMES)
                        .with("directory", directory)));
  }
}
