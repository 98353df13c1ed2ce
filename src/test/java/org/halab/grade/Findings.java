package org.halab.grade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Findings to try the room with. */
public final class Findings {
  private Findings() {}

  public static Finding read(String code, Severity severity, Item... items) {
    return Finding.read(
        code, severity, Set.of(items), List.of("haproxy.cfg:21"), Message.text(code), hint());
  }

  public static Finding tried(String code, Severity severity, Item... items) {
    return new Finding(
        code,
        severity,
        Set.of(items),
        List.of(),
        List.of("pg-slave is UP, reason: Layer7 check passed"),
        Message.text(code + " was seen"),
        Optional.empty());
  }

  public static Hint hint() {
    return new Hint(Message.text("look"), Message.text("change"), Message.text("try"));
  }
}
