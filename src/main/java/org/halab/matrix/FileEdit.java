package org.halab.matrix;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change to files of a project:
 *
 * <pre>{@code
 * - {file: haproxy.cfg, find: REGEX, replace: TEXT}    # everywhere; (?m) is on; $1 is a group
 * - {file: [postgres0.yml, postgres1.yml], delete: REGEX}
 * - {file: Dockerfile, append: TEXT}
 * - {file: pgadmin.txt, create: TEXT}
 * - {file: Dockerfile, rename: dockerfile}
 * - {file: haproxy.cfg, remove: true}
 * - {file: extra.cfg, link: TARGET}
 * - {file: dump.sql, size: BYTES}          # of zeros, which take no room
 * }</pre>
 *
 * One that changes nothing is an error: it shows that the files are others now.
 *
 * @param said as it is written down
 */
public record FileEdit(Map<String, Object> said) {
  private static final String FILE = "file";

  /** Carries it out in a directory that is the project's. */
  public void carryOut(Path project) throws IOException {
    for (String file : files()) {
      carryOutOn(project.resolve(file));
    }
  }

  /** Relative to the project's directory. */
  public List<String> files() {
    return said.get(FILE) instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(text(FILE));
  }

  private void carryOutOn(Path file) throws IOException {
    if (said.containsKey("create")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text("create"));
    } else if (said.containsKey("link")) {
      Files.createSymbolicLink(file, Path.of(text("link")));
    } else if (said.containsKey("size")) {
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(Long.parseLong(text("size")));
      }
    } else if (said.containsKey("remove")) {
      Files.delete(file);
    } else if (said.containsKey("rename")) {
      Path to = file.getParent().resolve(text("rename"));
      Files.createDirectories(to.getParent());
      Files.move(file, to);
    } else if (said.containsKey("append")) {
      Files.writeString(file, Files.readString(file) + text("append"));
    } else if (said.containsKey("delete")) {
      replace(file, text("delete"), "");
    } else {
      replace(file, text("find"), text("replace"));
    }
  }

  private static void replace(Path file, String found, String replacement) throws IOException {
    String before = Files.readString(file);
    Matcher matcher = Pattern.compile(found, Pattern.MULTILINE).matcher(before);
    String after = matcher.replaceAll(replacement);
    if (after.equals(before)) {
      throw new IllegalStateException(found + " changes nothing in " + file);
    }
    Files.writeString(file, after);
  }

  private String text(String key) {
    return String.valueOf(said.get(key));
  }
}
