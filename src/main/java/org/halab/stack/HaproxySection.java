package org.halab.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A section of an {@code haproxy.cfg}.
 *
 * @param kind {@code global}, {@code defaults}, {@code listen}, {@code frontend}, {@code backend} …
 * @param name empty if it has none
 * @param lines without comments and white space around them
 * @param line of the file on which it begins, from 1
 */
public record HaproxySection(String kind, String name, List<String> lines, int line) {
  private static final String KINDS =
      "(global|defaults|listen|frontend|backend|resolvers|userlist|peers|cache|program|ring)";

  public static List<HaproxySection> in(String text) {
    List<HaproxySection> sections = new ArrayList<>();
    int number = 0;
    for (String raw : text.split("\\R", -1)) {
      number++;
      String line = raw.replaceFirst("(^|\\s)#.*", "").strip();
      String[] words = line.split("\\s+");
      if (words[0].matches(KINDS) && words.length <= 4 && !line.isEmpty()) {
        sections.add(
            new HaproxySection(
                words[0], words.length > 1 ? words[1] : "", new ArrayList<>(), number));
      } else if (!line.isEmpty() && !sections.isEmpty()) {
        sections.get(sections.size() - 1).lines().add(line);
      }
    }
    return sections;
  }

  public boolean proxy() {
    return kind.matches("listen|frontend");
  }

  public boolean common() {
    return kind.matches("global|defaults");
  }

  /** What stands behind a keyword, where it comes first. */
  Optional<String> value(String keyword) {
    return lines.stream()
        .filter(line -> line.equals(keyword) || line.startsWith(keyword + " "))
        .map(line -> line.substring(keyword.length()).strip().replaceAll("\\s+", " "))
        .findFirst();
  }

  /** The ports that it takes connections on. */
  public TreeSet<Integer> ports() {
    TreeSet<Integer> ports = new TreeSet<>();
    for (String line : lines) {
      if (line.startsWith("bind ")) {
        for (String address : line.split("\\s+")[1].split(",")) {
          String port = address.substring(address.lastIndexOf(':') + 1);
          if (port.matches("\\d{1,5}")) {
            ports.add(Integer.parseInt(port));
          }
        }
      }
    }
    return ports;
  }

  /** The server lines: each server's name, and what stands behind it. */
  public Map<String, String> servers() {
    Map<String, String> servers = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.startsWith("server ")) {
        String[] words = line.split("\\s+", 3);
        if (words.length > 1) {
          servers.put(words[1], words.length > 2 ? words[2] : "");
        }
      }
    }
    return servers;
  }

  /** The backends that a frontend may lead to. */
  public List<String> backends() {
    return lines.stream()
        .filter(line -> line.matches("(default_backend|use_backend)\\s+\\S+.*"))
        .map(line -> line.split("\\s+")[1])
        .distinct()
        .toList();
  }
}
