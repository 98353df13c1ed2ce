package org.halab.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an {@code nginx.conf} that decide where its stream module leads, and when it
 * switches.
 *
 * @see <a href="https://nginx.org/en/docs/stream/ngx_stream_js_module.html">nginx, js_periodic</a>
 */
public final class NginxConfig implements CheckSettings {
  private static final Pattern INTERVAL = Pattern.compile("js_periodic\\s+[^;]*interval=(\\d+m?s)");
  private static final Pattern TIMEOUT = Pattern.compile("js_fetch_timeout\\s+(\\d+m?s)");
  private static final Pattern SERVER = Pattern.compile("\\bserver\\s*\\{([^{}]*)\\}");
  private static final Pattern LISTEN = Pattern.compile("\\blisten\\s+(?:\\S*:)?(\\d+)");
  private static final Pattern NODES = Pattern.compile("js_var\\s+\\$nodes\\s+\"([^\"]*)\"");
  private static final Pattern UPSTREAM_SERVER =
      Pattern.compile("\\bserver\\s+([\\w.-]+:\\d+)[^;{]*;");
  private static final String POSTGRES = ":5432";

  private final String text;

  public NginxConfig(String text) {
    this.text = text.replaceAll("(?m)#.*$", "");
  }

  static boolean likely(String text) {
    return text.matches("(?s).*\\bstream\\s*\\{.*");
  }

  /** The servers of its stream block that pass connections on. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    OptionalInt statistics = OptionalInt.empty();
    List<Integer> clients = new ArrayList<>();
    Matcher server = SERVER.matcher(text);
    while (server.find()) {
      Matcher listen = LISTEN.matcher(server.group(1));
      if (listen.find()) {
        int port = Integer.parseInt(listen.group(1));
        if (server.group(1).contains("proxy_pass")) {
          clients.add(port);
        } else if (server.group(1).contains("return")) {
          statistics = OptionalInt.of(port);
        }
      }
    }
    for (int port : clients) {
      entries.add(new Entry("nodes", port, servers(), false, statistics, "/"));
    }
    return entries;
  }

  /** Those of an upstream, or those that a script is told to check. */
  private Map<String, String> servers() {
    Map<String, String> servers = new LinkedHashMap<>();
    Matcher nodes = NODES.matcher(text);
    if (nodes.find()) {
      for (String node : nodes.group(1).strip().split("\\s+")) {
        servers.put(node, node.contains(":") ? node : node + POSTGRES);
      }
    }
    Matcher upstream = UPSTREAM_SERVER.matcher(text);
    while (upstream.find()) {
      servers.put(upstream.group(1), upstream.group(1));
    }
    return servers;
  }

  /** Zero where it checks nothing: plain nginx learns of a failure from a client alone. */
  @Override
  public Duration checkInterval() {
    return length(INTERVAL);
  }

  @Override
  public Duration checkTimeout() {
    return length(TIMEOUT);
  }

  /** All of it is one fetch, with one time-out. */
  @Override
  public Duration checkConnect() {
    return checkTimeout();
  }

  @Override
  public int rise() {
    return 1;
  }

  @Override
  public int fall() {
    return 1;
  }

  private Duration length(Pattern setting) {
    Matcher matcher = setting.matcher(text);
    return matcher.find() ? HaproxyConfig.duration(matcher.group(1)) : Duration.ZERO;
  }
}
