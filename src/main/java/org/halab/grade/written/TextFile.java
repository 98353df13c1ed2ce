package org.halab.grade.written;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file in UTF-8, in a directory that may have to be made; written as a whole or not at all. */
final class TextFile {
  private TextFile() {}

  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path begun = Files.writeString(file.resolveSibling(file.getFileName() + ".begun"), text);
      return Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
