package org.halab.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How HAProxy asks a server whether it is up.
 *
 * @param http whether it asks by HTTP at all; if not, an open port will do
 * @param place the line that says so; empty if none does
 * @see <a href="https://docs.haproxy.org/3.0/configuration.html#4-option%20httpchk">option
 *     httpchk</a>
 */
record CheckRequest(boolean http, String method, String path, String line) {
  private static final Pattern SENT_URI = Pattern.compile("\\buri\\s+(\\S+)");
  private static final Pattern SENT_METHOD = Pattern.compile("\\bmeth\\s+(\\S+)");

  /** A request that is written out for a check of TCP. */
  private static final Pattern BY_HAND =
      Pattern.compile("^tcp-check\\s+send\\s+[\"']?(GET|OPTIONS|HEAD)(?:\\s|\\\\ )+(/[^\\s\\\\]*)");

  /** Patroni answers these with 200 on any node that runs, if they are asked for by GET. */
  private static final String GET_OF_ANY =
      "/(patroni|liveness|readiness|cluster|history|config|metrics|failsafe)(/.*)?";

  /**
   * @param lines of a proxy and of what is common to all
   */
  static CheckRequest of(List<String> lines) {
    boolean http = false;
    String method = "OPTIONS";
    String path = "/";
    String found = "";
    for (String line : lines) {
      String[] words = line.split("\\s+");
      if (line.matches("option\\s+httpchk\\b.*")) {
        http = true;
        found = line;
        method = words.length > 3 ? words[2] : method;
        path = words.length > 3 ? words[3] : words.length > 2 ? words[2] : path;
      } else if (BY_HAND.matcher(line).find()) {
        Matcher matcher = BY_HAND.matcher(line);
        http = matcher.find();
        method = matcher.group(1);
        path = matcher.group(2);
        found = line;
      } else if (line.matches("option\\s+(tcp-check|[a-z]+-check|ssl-hello-chk)\\b.*")) {
        http = false;
        found = line;
      } else if (line.matches("http-check\\s+send\\b.*")) {
        method = first(SENT_METHOD, line, method);
        path = first(SENT_URI, line, path);
        found = line;
      }
    }
    return new CheckRequest(http, method, path.replaceFirst("[?#].*", ""), found);
  }

  private static String first(Pattern pattern, String line, String otherwise) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  boolean passesAny() {
    return !http
        || path.contains("health")
        || path.equals("/read-only")
        || method.equals("GET") && path.matches(GET_OF_ANY);
  }

  /** By Patroni's source: what it looks for anywhere in the path. */
  boolean passesLeaderAlone() {
    return !passesAny()
        && !path.matches(".*standby[-_]leader.*")
        && (path.equals("/") || path.matches(".*(leader|master|primary|read-write).*"));
  }

  boolean passesReplicas() {
    return passesAny() || path.matches("/(replica|read-only|async|sync|quorum).*");
  }

  String request() {
    return method + " " + path;
  }
}
