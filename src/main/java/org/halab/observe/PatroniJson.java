package org.halab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.halab.domain.ClusterView;
import org.halab.domain.Member;
import org.halab.domain.Role;

/**
 * Reads what Patroni's REST API answers.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html">Patroni's REST API</a>
 */
final class PatroniJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PatroniJson() {}

  static JsonNode parse(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException("Patroni answered something other than JSON: " + answer, e);
    }
  }

  /** A null value is printed as such: to Patroni it means that the setting is to go. */
  static String print(Map<String, Object> settings) {
    try {
      return JSON.writeValueAsString(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("These are no settings: " + settings, e);
    }
  }

  /** The answer to {@code GET /cluster}. */
  static ClusterView cluster(String answer) {
    List<Member> members = new ArrayList<>();
    for (JsonNode member : parse(answer).path("members")) {
      members.add(
          new Member(
              member.path("name").asText(),
              member.path("host").asText(),
              Role.ofPatroni(member.path("role").asText()),
              member.path("state").asText(),
              member.has("timeline")
                  ? OptionalInt.of(member.get("timeline").asInt())
                  : OptionalInt.empty(),
              member.path("lag").asText(""),
              apart(member.path("tags"))));
    }
    return new ClusterView(members);
  }

  /** Patroni waits neither for one that is not to be waited for nor for a replica's replica. */
  private static boolean apart(JsonNode tags) {
    return tags.path("nosync").asBoolean() || tags.has("replicatefrom");
  }

  /** The answer to {@code GET /history}: a line for each timeline that was left, and where. */
  static Map<Integer, Long> forks(String answer) {
    Map<Integer, Long> forks = new TreeMap<>();
    parse(answer).forEach(line -> forks.put(line.path(0).asInt(), line.path(1).asLong()));
    return forks;
  }
}
