package org.halab.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

  /** What only replicas answer with 200. */
  private static final String FOR_REPLICAS = "/(replica|read-only|standby|async|sync|quorum).*";

  private final List<HaproxySection> sections;
  private final List<String> lines;

  public HaproxyConfig(String text) {
    this(HaproxySection.in(text));
  }

  private HaproxyConfig(List<HaproxySection> sections) {
    this.sections = sections;
    this.lines = sections.stream().flatMap(section -> section.lines().stream()).toList();
  }

  /** Whether the text can be such a configuration: it says of sockets where they lead. */
  public static boolean likely(String text) {
    return HaproxySection.in(text).stream().anyMatch(HaproxySection::proxy);
  }

  /** The part of it that one proxy lives by: what is common to all, and its own section. */
  public HaproxyConfig of(String proxy) {
    return new HaproxyConfig(
        sections.stream()
            .filter(section -> section.common() || section.name().equals(proxy))
            .toList());
  }

  /** Every way in: a {@code listen}, or a {@code frontend} with each of its backends. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (HaproxySection section : sections) {
      if (section.proxy()) {
        for (int port : section.ports()) {
          behind(section).forEach(one -> entries.add(entry(one, port)));
        }
      }
    }
    return entries;
  }

  private List<HaproxySection> behind(HaproxySection proxy) {
    return proxy.kind().equals("listen")
        ? List.of(proxy)
        : sections.stream()
            .filter(one -> one.kind().equals("backend"))
            .filter(one -> proxy.backends().contains(one.name()))
            .toList();
  }

  private Entry entry(HaproxySection section, int port) {
    Map<String, String> servers = new LinkedHashMap<>();
    section.servers().forEach((name, rest) -> servers.put(name, rest.split("\\s+")[0]));
    Optional<HaproxySection> statistics =
        sections.stream()
            .filter(HaproxySection::proxy)
            .filter(one -> one.lines().stream().anyMatch(line -> line.startsWith("stats ")))
            .filter(one -> !one.ports().isEmpty())
            .findFirst();
    return new Entry(
        section.name(),
        port,
        servers,
        of(section.name()).checkPath().matches(FOR_REPLICAS),
        statistics.map(one -> OptionalInt.of(one.ports().first())).orElse(OptionalInt.empty()),
        statistics.flatMap(one -> one.value("stats uri")).orElse("/haproxy?stats"));
  }

  /** What the check asks for; {@code /} if nothing is said, empty if HTTP is not spoken. */
  String checkPath() {
    Optional<String> asked =
        value("http-check send")
            .map(sent -> sent.replaceFirst(".*\\buri\\s+(\\S+).*", "$1"))
            .filter(path -> path.startsWith("/"));
    if (asked.isPresent()) {
      return asked.get();
    }
    return lines.stream()
        .filter(line -> line.matches("option\\s+httpchk.*"))
        .map(line -> line.replaceFirst("option\\s+httpchk\\s*", ""))
        .map(rest -> List.of(rest.split("\\s+")))
        .map(words -> words.stream().filter(word -> word.startsWith("/")).findFirst().orElse("/"))
        .findFirst()
        .orElse("");
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

  /**
   * The lesser of {@code timeout connect} and {@code inter}.
   *
   * @see <a href="https://docs.haproxy.org/3.0/configuration.html#4.2-timeout%20check">HAProxy 3.0,
   *     timeout check</a>
   */
  @Override
  public Duration checkConnect() {
    return value("timeout connect")
        .map(HaproxyConfig::duration)
        .filter(connect -> connect.compareTo(checkInterval()) < 0)
        .orElseGet(this::checkInterval);
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
    sections.forEach(section -> servers.putAll(section.servers()));
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
  public static Duration duration(String text) {
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
