package org.halab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;

/**
 * What an image is built from: its Dockerfile, the files that it copies, and the arguments that are
 * given to the build. The digest of all is part of the image's tag, so an image with the right tag
 * need not be built again.
 */
public record BuildInputs(Path context, Path dockerfile, Map<String, String> arguments) {
  private static final int DIGEST_LENGTH = 12;

  /**
   * @throws LabException if a file that the Dockerfile needs is missing
   */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      TreeSet<Path> files = new TreeSet<>(List.of(dockerfile));
      for (String source : copied(Files.readString(dockerfile))) {
        try (Stream<Path> tree = Files.walk(context.resolve(source))) {
          tree.filter(Files::isRegularFile).forEach(files::add);
        }
      }
      for (Path file : files) {
        digest.update(context.relativize(file).toString().getBytes());
        digest.update((byte) (Files.isExecutable(file) ? 1 : 0));
        digest.update(Files.readAllBytes(file));
      }
      new TreeMap<>(arguments)
          .forEach((name, value) -> digest.update((name + "=" + value + "\n").getBytes()));
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
    } catch (NoSuchFileException e) {
      throw new LabException(Message.of("stack.noInput").with("file", e.getFile()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sources of COPY and ADD; the whole context where one is a pattern. */
  static List<String> copied(String dockerfile) {
    List<String> sources =
        CopyInstruction.in(dockerfile).stream()
            .flatMap(copy -> copy.sources().stream())
            .map(source -> source.replaceFirst("^/+", ""))
            .toList();
    return sources.stream().anyMatch(source -> source.matches(".*[*?\\[\\\\].*"))
        ? List.of(".")
        : sources;
  }
}
