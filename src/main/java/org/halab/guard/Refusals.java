package org.halab.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Why nothing of a project is started: each reason with its place. */
final class Refusals {
  private static final int LONGEST_QUOTE = 120;

  private final List<Finding> found = new ArrayList<>();

  /** What Compose would read from outside of the project. */
  void reaches(String place, String key, String path) {
    add(
        "reads-outside",
        place,
        Message.of("guard.reaches").with("key", key).with("path", quote(path)),
        Message.of("guard.reaches.change"));
  }

  /** What is bigger, or more, than is read. */
  void exceeds(String place, Message what) {
    add("too-big-to-read", place, what, Message.of("guard.exceeds.change"));
  }

  /** What cannot be understood. */
  void unreadable(String place, Message what) {
    add("not-readable", place, what, Message.of("guard.unreadable.change"));
  }

  /** What would change how Compose itself runs on this machine. */
  void steers(String place, String name) {
    add(
        "steers-compose",
        place,
        Message.of("guard.steers").with("name", quote(name)),
        Message.of("guard.steers.change"));
  }

  private void add(String code, String place, Message seen, Message change) {
    found.add(
        Finding.read(
            code,
            Severity.FATAL,
            Set.of(Item.COMPOSE_FILE),
            List.of(place),
            seen,
            new Hint(
                Message.of("guard.look").with("place", place),
                change,
                Message.of("guard.tryElsewhere"))));
  }

  List<Finding> found() {
    return List.copyOf(found);
  }

  static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
