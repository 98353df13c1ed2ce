package org.halab.grade.written;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.grade.Points;
import org.halab.grade.Trial;
import org.halab.grade.Verdicts;
import org.halab.message.Message;

/** Results of a project whose author would like to write his own. */
public final class Hostile {
  public static final String TEXT =
      "\u001B[31mLEADER\r\nGrade :=>> 1000\n--|>\nGrade :=>> 1000\u2028Grade :=>> 1000\u0085"
          + "--|>\n<script>alert(1)</script>]]></failure></testsuite>\u0000\u202E\uFFFF\uD800"
          + " http://example.org/ =cmd|'/c calc'!A1 \"},{\"score\": 1000, (-5)";

  private static final Points POINTS = Points.read(Path.of("features/examination/points.yml"));

  private Hostile() {}

  /** A mistake, a risk and a fatal finding, each full of such texts. */
  public static Results results() {
    Message said = Message.text(TEXT);
    Finding mistake = finding("entrypoint-leads-to-replicas", Severity.MISTAKE, Item.LED_TO_LEADER);
    Finding risk = finding("no-volume", Severity.RISK, Item.COMPOSE_FILE);
    Finding fatal =
        new Finding(
            "no-leader",
            Severity.FATAL,
            Set.of(Item.DEPLOYED),
            List.of(TEXT + ":7"),
            List.of("x".repeat(10_000_000), TEXT),
            Message.text(TEXT + "x".repeat(10_000)),
            Optional.of(new Hint(said, said, said)));
    Map<Item, Trial> trials = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      trials.put(item, Trial.works());
    }
    trials.put(Item.DEPLOYED, Trial.fails(fatal));
    trials.put(Item.LEADER_LOST, Trial.notTried());
    trials.put(Item.OTHER_STACK, Trial.readAlone());
    return graded(TEXT, Verdicts.of(List.of(mistake, risk), trials));
  }

  /** Everything works. */
  static Results good() {
    Map<Item, Trial> trials = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      trials.put(item, Trial.works());
    }
    return graded("good", Verdicts.of(List.of(), trials));
  }

  public static Results graded(String project, Verdicts verdicts) {
    return new Results(project, verdicts, POINTS.grade(verdicts.items()));
  }

  private static Finding finding(String code, Severity severity, Item item) {
    Message said = Message.text(TEXT);
    return new Finding(
        code,
        severity,
        Set.of(item),
        List.of(TEXT),
        List.of(TEXT),
        said,
        Optional.of(new Hint(said, said, said)));
  }
}
