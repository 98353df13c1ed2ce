package org.halab.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that a COPY brings into the image, with what later instructions make of it.
 *
 * @param source in the build's context
 * @param target in the image; absolute
 * @param owner as COPY's {@code --chown} takes it; empty for root
 * @param mode its permissions
 */
record CopiedFile(Path source, String target, String owner, int mode) {
  private static final int ALL_MODES = 07777;
  private static final int READ_BY_ALL = 0644;
  private static final int EXECUTE = 0111;
  private static final Pattern EXECUTABLE = Pattern.compile("([ugoa]*)\\+[rw]*x[rw]*");

  static CopiedFile of(Path source, String target, String owner, String mode) {
    CopiedFile file = new CopiedFile(source, target, owner, modeOf(source));
    return mode.isEmpty() ? file : file.withMode(mode);
  }

  private static int modeOf(Path source) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(source);
      int mode = 0;
      for (PosixFilePermission one : permissions) {
        mode |= 0400 >> one.ordinal();
      }
      return mode;
    } catch (IOException | UnsupportedOperationException e) {
      return READ_BY_ALL;
    }
  }

  CopiedFile withOwner(String other) {
    return new CopiedFile(source, target, other, mode);
  }

  /**
   * @param change as chmod takes it; one that is not understood changes nothing
   */
  CopiedFile withMode(String change) {
    if (change.matches("[0-7]{3,4}")) {
      return new CopiedFile(source, target, owner, Integer.parseInt(change, 8) & ALL_MODES);
    }
    Matcher executable = EXECUTABLE.matcher(change);
    if (!executable.matches()) {
      return this;
    }
    String who = executable.group(1);
    int bits = who.isEmpty() || who.contains("a") ? EXECUTE : 0;
    bits |= who.contains("u") ? 0100 : 0;
    bits |= who.contains("g") ? 0010 : 0;
    bits |= who.contains("o") ? 0001 : 0;
    return new CopiedFile(source, target, owner, mode | bits);
  }

  String octal() {
    return Integer.toOctalString(mode);
  }

  String directory() {
    int slash = target.lastIndexOf('/');
    return slash == 0 ? "/" : target.substring(0, slash);
  }

  String name() {
    return target.substring(target.lastIndexOf('/') + 1);
  }
}
