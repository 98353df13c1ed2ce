package org.halab.report.chart;

import static org.halab.domain.Lane.NO_ANSWER;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiment.Lane;

/** What the chart shows below the writes, one row for each: who was what, and when. */
final class Lanes {
  /**
   * A bar of a row, in seconds since the fault.
   *
   * @param fill null for a state in which the part does not do its work
   */
  record Bar(double from, double to, String word, Color fill) {
    /** Whether nobody could say what the part was. */
    boolean unseen() {
      return word.equals(NO_ANSWER);
    }

    Color ink() {
      if (fill == null) {
        return Palette.MUTED;
      }
      if (fill.equals(Palette.THERE)) {
        return Palette.INK;
      }
      return fill.equals(Palette.WORKS) ? Palette.ON_WORKS : Palette.ON_READY;
    }
  }

  record Row(String name, List<Bar> bars) {}

  private Lanes() {}

  /** A container that stayed what it was has no row. */
  static List<Row> of(Experiment experiment, ChartTexts texts) {
    List<Row> rows = new ArrayList<>();
    for (String kind : List.of("lock", "role", "server", "container")) {
      experiment.lanes().stream()
          .filter(lane -> lane.kind().equals(kind))
          .filter(lane -> !kind.equals("container") || lane.changes().size() > 1)
          .forEach(
              lane -> rows.add(new Row(texts.lane(kind, lane.name()), bars(experiment, lane))));
    }
    return rows;
  }

  /**
   * When another node than before came to hold the leader lock, in seconds since the fault; that
   * nobody held it in between, or nobody could say, makes no difference.
   */
  static List<Double> handovers(Experiment experiment) {
    List<Double> moments = new ArrayList<>();
    experiment.lanes().stream()
        .filter(lane -> lane.kind().equals("lock"))
        .forEach(
            lane -> {
              String holder = "";
              for (Experiment.Change change : lane.changes()) {
                if (fill("lock", change.value()) != null) {
                  if (!holder.isEmpty() && !holder.equals(change.value())) {
                    moments.add(experiment.offset(change.at()));
                  }
                  holder = change.value();
                }
              }
            });
    return moments;
  }

  /** A state holds until the next change, the last one until the chart's end. */
  private static List<Bar> bars(Experiment experiment, Lane lane) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < lane.changes().size(); i++) {
      boolean last = i == lane.changes().size() - 1;
      String word = lane.changes().get(i).value();
      bars.add(
          new Bar(
              experiment.offset(lane.changes().get(i).at()),
              last ? experiment.end() : experiment.offset(lane.changes().get(i + 1).at()),
              word,
              fill(lane.kind(), word)));
    }
    return bars;
  }

  private static Color fill(String kind, String word) {
    return switch (kind) {
      case "role" ->
          switch (word) {
            case "leader", "primary" -> Palette.WORKS;
            case "sync standby", "quorum standby" -> Palette.READY;
            case "replica" -> Palette.THERE;
            default -> null;
          };
      case "lock" ->
          word.equals("nobody") || word.equals(NO_ANSWER) || word.isEmpty() ? null : Palette.WORKS;
      case "server" -> word.startsWith("UP") ? Palette.WORKS : null;
      default -> word.equals("running") ? Palette.THERE : null;
    };
  }
}
