package org.halab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.checker.failover.OutageJudgement;
import org.halab.domain.MessageTable;
import org.halab.domain.OutageBound;
import org.halab.domain.OutageBound.Part;
import org.halab.domain.Phase;
import org.halab.message.Message;
import org.halab.message.Terms;

/** A measured outage beside the one that the settings allow for, in words. */
public final class OutageStory {
  private final OutageJudgement judgement;

  public OutageStory(OutageJudgement judgement) {
    this.judgement = judgement;
  }

  /** Each phase, how long it took, and how long it may take. */
  public MessageTable table() {
    Map<String, List<Object>> rows = new LinkedHashMap<>();
    judgement.comparable().stream()
        .filter(phase -> phase.name().equals(Phase.STILL_SERVED))
        .forEach(phase -> rows.put(phase.name(), List.of()));
    for (Part part : judgement.bound().parts()) {
      rows.put(part.phase(), row(Terms.of(part.phase()), "", part.limit(), part.why()));
    }
    for (Phase phase : judgement.comparable()) {
      List<Object> allowed =
          Optional.ofNullable(rows.get(phase.name()))
              .filter(row -> !row.isEmpty())
              .orElse(List.of("", "", "", ""));
      rows.put(
          phase.name(),
          row(Terms.of(phase.name()), phase.length(), allowed.get(2), allowed.get(3)));
    }
    List<List<Object>> all = new ArrayList<>(rows.values());
    all.add(
        row(
            Message.of("report.outage.altogether"),
            judgement.measured().map(Message::seconds).map(Object.class::cast).orElse(""),
            judgement.bound().total(),
            since()));
    return new MessageTable(
        List.of(
            Message.of("report.outage.phase"),
            Message.of("report.outage.measured"),
            Message.of("report.outage.allowed"),
            Message.of("report.outage.by")),
        all);
  }

  private static List<Object> row(Object... cells) {
    return List.of(cells);
  }

  private Message since() {
    return judgement.bound().since() == OutageBound.Since.HEALING
        ? Message.of("report.outage.end")
        : Message.of("report.outage.since", new Deed(judgement.done()).kind());
  }

  public Message summary() {
    Duration bound = judgement.bound().total();
    return judgement
        .outage()
        .map(
            one ->
                Message.of("report.outage.summary")
                    .with("measured", judgement.measured().orElseThrow())
                    .with("since", since())
                    .with("success", one.toFirstSuccess())
                    .with("last", one.toLastFailure())
                    .with("bound", bound))
        .orElseGet(
            () ->
                Message.of("report.outage.none")
                    .with("pause", judgement.pause())
                    .with("since", since())
                    .with("bound", bound));
  }
}
