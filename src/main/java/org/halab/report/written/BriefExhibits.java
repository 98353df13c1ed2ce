package org.halab.report.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.halab.domain.LogLine;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.report.model.Exhibit;

/** Exhibits cut to a few lines, as the report that one hands in shows them. */
final class BriefExhibits {
  private static final int TEXT_LINES = 30;
  private static final int LOG_LINES = 3;
  private static final int LINE_LENGTH = 220;
  private static final int TABLE_ROWS = 12;

  private final Texts texts;
  private final ExhibitViews whole;

  BriefExhibits(Texts texts, ExhibitViews whole) {
    this.texts = texts;
    this.whole = whole;
  }

  /** One view for each; the notes among them are together. */
  List<View> of(List<Screens.Shown> all) {
    List<View> views = new ArrayList<>();
    List<String> notes =
        all.stream()
            .map(Screens.Shown::exhibit)
            .filter(Exhibit.Note.class::isInstance)
            .map(one -> ((Exhibit.Note) one).text().strip())
            .toList();
    if (!notes.isEmpty()) {
      views.add(View.of("notes", notes));
    }
    all.forEach(one -> views.addAll(of(one)));
    return views;
  }

  private List<View> of(Screens.Shown shown) {
    Exhibit exhibit = shown.exhibit();
    if (exhibit instanceof Exhibit.Rows rows) {
      return List.of(shown.beginning() ? containers(rows) : View.of("aTable", table(rows)));
    } else if (exhibit instanceof Exhibit.Text text) {
      return List.of(
          View.of("aScreen", screen(text.name(), text.text().lines().toList(), TEXT_LINES)));
    } else if (exhibit instanceof Exhibit.Log log) {
      return List.of(View.of("aScreen", screen(log.name(), lines(log.lines()), LOG_LINES)));
    } else if (exhibit instanceof Exhibit.Page) {
      return whole.of(exhibit, shown.scenario());
    }
    return List.of();
  }

  /** The containers of a cluster, as {@code docker ps} prints them. */
  private View containers(Exhibit.Rows rows) {
    return View.of("aScreen", screen(rows.name(), aligned(rows.table()), TEXT_LINES));
  }

  private View table(Exhibit.Rows rows) {
    Table all = rows.table();
    int more = all.rows().size() - TABLE_ROWS;
    Table some = more > 0 ? new Table(all.columns(), all.rows().subList(0, TABLE_ROWS)) : all;
    return View.table(some)
        .with("name", rows.name())
        .with("query", rows.query())
        .with("more", more > 0 ? more(more) : null);
  }

  private View screen(String name, List<String> lines, int most) {
    int more = lines.size() - most;
    return View.of("name", name)
        .with("lines", lines.stream().limit(most).map(BriefExhibits::cut).toList())
        .with("more", more > 0 ? more(more) : null);
  }

  private String more(int lines) {
    return texts.say(Message.of("report.written.handin.more").with("lines", lines));
  }

  /** As {@code docker compose logs} prints them. */
  private static List<String> lines(List<LogLine> log) {
    int width = log.stream().mapToInt(line -> line.service().length()).max().orElse(0);
    return log.stream()
        .map(line -> padded(line.service(), width) + " | " + line.text().strip())
        .toList();
  }

  private static String cut(String line) {
    return line.length() <= LINE_LENGTH ? line : line.substring(0, LINE_LENGTH - 1) + "…";
  }

  private static List<String> aligned(Table table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(one -> one.toUpperCase(Locale.ROOT)).toList());
    rows.addAll(table.rows());
    List<Integer> widths =
        IntStream.range(0, table.columns().size())
            .mapToObj(
                column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toList();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(column -> padded(row.get(column), widths.get(column)))
                    .collect(Collectors.joining("   "))
                    .stripTrailing())
        .toList();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
