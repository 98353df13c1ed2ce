package org.halab.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * By which it is known that files are still the same. No link is followed, and of a large file its
 * beginning, its size and its time count.
 */
public final class Fingerprint {
  private static final int READ = 1 << 20;
  private static final int MOST_FILES = 100_000;

  /** The history of a repository grows without that the project changes. */
  private static final String HISTORY = ".git";

  private Fingerprint() {}

  /**
   * @param parts whatever else it depends on
   */
  public static String of(List<Path> directories, String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      add(digest, part);
    }
    try {
      for (Path directory : directories) {
        add(digest, directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Path directory) throws IOException {
    Map<String, BasicFileAttributes> files = new TreeMap<>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
            return one.endsWith(HISTORY) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) {
            files.put(directory.relativize(one).toString(), attributes);
            return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path one, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    add(digest, String.valueOf(files.size()));
    for (Map.Entry<String, BasicFileAttributes> file : files.entrySet()) {
      add(digest, file.getKey());
      add(digest, directory.resolve(file.getKey()), file.getValue());
    }
  }

  private static void add(MessageDigest digest, Path file, BasicFileAttributes attributes)
      throws IOException {
    if (attributes.isSymbolicLink()) {
      add(digest, Files.readSymbolicLink(file).toString());
    } else if (attributes.isRegularFile() && Files.isReadable(file)) {
      add(digest, String.valueOf(attributes.size()));
      try (InputStream content = Files.newInputStream(file)) {
        digest.update(content.readNBytes(READ));
      }
      if (attributes.size() > READ) {
        add(digest, attributes.lastModifiedTime().toString());
      }
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
