package org.halab.stack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an {@code haproxy.cfg} that decide when the entrypoint switches; what is left out
 * has HAProxy's default.
 *
 * @see <a href="https://docs.haproxy.org/3.0/configuration.html#5.2">HAProxy 3.0, server
 *     options</a>
 */
public final class HaproxyConfig implements CheckSettings {
  private static final Pattern LENGTH = Pattern.compile("(\\d+)(us|ms|s|m|h|d)?");

  private final List<String> lines;

  public HaproxyConfig(String text) {
    this.lines =
        text.lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(l -> !l.isEmpty())
            .toList();
  }

  /** {@code inter}: the time between two checks. */
  @Override
  public Duration checkInterval() {
    return serverOption("inter").map(HaproxyConfig::duration).orElse(Duration.ofSeconds(2));
  }

  /** {@code timeout check}: how long a check may take once connected. */
  @Override
  public Duration checkTimeout() {
    return lines.stream()
        .filter(line -> line.startsWith("timeout check "))
        .map(line -> duration(line.substring("timeout check ".length()).strip()))
        .findFirst()
        .orElse(checkInterval());
  }

  @Override
  public int rise() {
    return serverOption("rise").map(Integer::parseInt).orElse(2);
  }

  @Override
  public int fall() {
    return serverOption("fall").map(Integer::parseInt).orElse(3);
  }

  /** What stands behind a keyword, in whichever section it is first. */
  public Optional<String> value(String keyword) {
    return lines.stream()
        .filter(line -> line.startsWith(keyword + " "))
        .map(line -> line.substring(keyword.length()).strip().replaceAll("\\s+", " "))
        .findFirst();
  }

  /** The server lines: each server's name, and what stands behind it. */
  public Map<String, String> servers() {
    Map<String, String> servers = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.startsWith("server ")) {
        String[] words = line.split("\\s+", 3);
        servers.put(words[1], words.length > 2 ? words[2] : "");
      }
    }
    return servers;
  }

  private Optional<String> serverOption(String name) {
    Pattern option = Pattern.compile("\\b" + name + "\\s+(\\S+)");
    return lines.stream()
        .filter(line -> line.startsWith("default-server") || line.startsWith("server "))
        .map(option::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  /** HAProxy's lengths of time: a number without a unit means milliseconds. */
  static Duration duration(String text) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no length of time for HAProxy");
    }
    long amount = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
    return switch (unit) {
      case "us" -> Duration.ofNanos(amount * 1000);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> Duration.ofMillis(amount);
    };
  }
}
