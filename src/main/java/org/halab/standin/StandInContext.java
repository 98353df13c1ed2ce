package org.halab.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The directories that stand-ins with a project's files are built from, one for each content. */
final class StandInContext {
  private static final int DIGEST_LENGTH = 12;

  private final Path directory;

  StandInContext(Path directory) {
    this.directory = directory;
  }

  /**
   * A directory of the content's own, with its Dockerfile and these files.
   *
   * @param files by their places in it
   */
  synchronized Path of(String dockerfile, Map<String, Path> files) {
    try {
      Path context = directory.resolve(digest(dockerfile, files));
      Path made = context.resolve("Dockerfile");
      if (!Files.exists(made)) {
        for (Map.Entry<String, Path> file : files.entrySet()) {
          Path target = context.resolve(file.getKey());
          Files.createDirectories(target.getParent());
          Files.copy(file.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createDirectories(context);
        // Last: a directory that has it is whole.
        Files.writeString(made, dockerfile);
      }
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException("What a stand-in is built from cannot be written", e);
    }
  }

  private static String digest(String dockerfile, Map<String, Path> files) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(dockerfile.getBytes());
      for (Map.Entry<String, Path> file : files.entrySet()) {
        digest.update((file.getKey() + "\n").getBytes());
        digest.update(Files.readAllBytes(file.getValue()));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
