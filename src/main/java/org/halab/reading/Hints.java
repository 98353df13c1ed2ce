package org.halab.reading;

import java.util.List;
import org.halab.finding.Hint;
import org.halab.message.Message;

/** The first stage of every hint of this room: the places that are named. */
final class Hints {
  private Hints() {}

  static Hint at(List<String> places, Message change, Message tryIt) {
    return new Hint(
        Message.of("reading.look").with("places", Message.joined(", ", places)), change, tryIt);
  }
}
