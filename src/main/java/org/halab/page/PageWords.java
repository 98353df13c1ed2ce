package org.halab.page;

import java.util.Map;
import java.util.TreeMap;
import org.halab.message.Message;

/** The words that stand on the page whatever it shows. */
final class PageWords {
  private PageWords() {}

  /** By the names under which the page and its scripts know them. */
  static Map<String, String> all() {
    Map<String, Message> words = new TreeMap<>();
    words.put("title", Message.of("page.title"));
    words.put("cluster", Message.of("page.cluster"));
    words.put("writes", Message.of("page.writes"));
    words.put("log", Message.of("page.log"));
    words.put("noLog", Message.of("page.noLog"));
    words.put("idle", Message.of("page.idle"));
    words.put("noCluster", Message.of("page.noCluster"));
    words.put("noClients", Message.of("page.noClients"));
    words.put("gone", Message.of("page.gone"));
    words.put("next", Message.of("page.next"));
    words.put("ended", Message.of("page.ended"));
    words.put("waitsFor", Message.of("page.waitsFor"));
    words.put("works", Message.of("page.works"));
    words.put("atMost", Message.of("page.atMost"));
    words.put("seconds", Message.of("page.seconds"));
    words.put("clients", Message.of("page.clients"));
    words.put("leaderKey", Message.of("page.leaderKey"));
    words.put("perSecond", Message.of("page.perSecond"));
    words.put("failed", Message.of("page.failed"));
    words.put("latency", Message.of("page.latency"));
    words.put("median", Message.of("page.median"));
    words.put("worst", Message.of("page.worst"));
    words.put("now", Message.of("page.now"));
    words.put("minutesAgo", Message.of("page.minutesAgo"));
    words.put("replication", Message.of("page.replication"));
    Map<String, String> said = new TreeMap<>();
    words.forEach((name, message) -> said.put(name, message.toString()));
    return said;
  }
}
