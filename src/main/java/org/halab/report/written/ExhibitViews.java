package org.halab.report.written;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.domain.LogLine;
import org.halab.message.Message;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Scenario;

/** Exhibits as the templates show them: each is a view with one name, its kind. */
final class ExhibitViews {
  private static final int SHORT_TEXT = 24;
  private static final int PAPER_TEXT = 40;
  private static final String ERROR = "^(ERROR|FATAL|PANIC)\\b.*";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final Texts texts;
  private final LogBook logs;
  private final Pictures pictures;

  ExhibitViews(Texts texts, LogBook logs, Pictures pictures) {
    this.texts = texts;
    this.logs = logs;
    this.pictures = pictures;
  }

  List<View> of(Exhibit exhibit, Scenario scenario) {
    if (exhibit instanceof Exhibit.Note note) {
      return List.of(View.of("aNote", note.text()));
    } else if (exhibit instanceof Exhibit.Story story) {
      return List.of(View.of("aStory", View.of("lines", story.text().lines().toList())));
    } else if (exhibit instanceof Exhibit.Answer answer) {
      return List.of(View.of("anAnswer", View.of("lines", answer.text().lines().toList())));
    } else if (exhibit instanceof Exhibit.Rows rows) {
      return List.of(View.of("aTable", table(rows)));
    } else if (exhibit instanceof Exhibit.Text text) {
      return List.of(View.of("aText", text(text)));
    } else if (exhibit instanceof Exhibit.Log log) {
      return byService(log.lines()).entrySet().stream()
          .map(one -> View.of("aLog", log(log, one.getKey(), one.getValue(), scenario.cluster())))
          .toList();
    }
    return List.of(page((Exhibit.Page) exhibit, scenario));
  }

  private View table(Exhibit.Rows rows) {
    return View.table(rows.name(), rows.table())
        .with("name", rows.name())
        .with("query", rows.query());
  }

  private View text(Exhibit.Text exhibit) {
    List<String> lines = exhibit.text().stripTrailing().lines().toList();
    int more = lines.size() - PAPER_TEXT;
    return View.of("name", exhibit.name())
        .with(
            "long",
            lines.size() > SHORT_TEXT
                ? texts.say(Message.of("report.written.lines").with("lines", lines.size()))
                : null)
        .with("lines", lines.stream().map(this::textLine).toList())
        .with("head", lines.stream().limit(PAPER_TEXT).map(this::textLine).toList())
        .with(
            "more",
            more > 0
                ? texts.say(Message.of("report.written.lines.more").with("lines", more))
                : null);
  }

  private View textLine(String line) {
    return View.of("text", line).with("marked", line.matches(ERROR));
  }

  private static Map<String, List<LogLine>> byService(List<LogLine> lines) {
    Map<String, List<LogLine>> services = new LinkedHashMap<>();
    lines.forEach(
        line -> services.computeIfAbsent(line.service(), name -> new ArrayList<>()).add(line));
    return services;
  }

  private View log(Exhibit.Log exhibit, String service, List<LogLine> lines, String cluster) {
    List<LogLine> all = logs.log(cluster, service);
    List<Excerpt.Line> excerpt =
        exhibit.whole() ? Excerpt.whole(lines, all) : Excerpt.of(lines, all);
    return excerpt(exhibit.name(), excerpt, all.isEmpty() ? "" : LogPages.address(cluster, service))
        .with("service", service)
        .with(
            "full",
            all.isEmpty()
                ? null
                : texts.say(Message.of("report.written.log.full").with("service", service)))
        .with(
            "long",
            excerpt.size() > SHORT_TEXT
                ? texts.say(Message.of("report.written.lines").with("lines", excerpt.size()))
                : null);
  }

  /** Lines of a log, each with the address it has in the full log. */
  View excerpt(String name, List<Excerpt.Line> lines, String address) {
    return View.of("name", name)
        .with("href", address)
        .with("lines", lines.stream().map(line -> line(line, address)).toList());
  }

  private View line(Excerpt.Line line, String address) {
    boolean linked = line.number() > 0 && !address.isEmpty();
    return View.of("time", TIME.format(line.line().at()))
        .with("text", line.line().text())
        .with("marked", line.marked())
        .with("unkept", line.number() > 0 ? null : texts.get("log.unkept"))
        .with("href", linked ? address + "#L" + line.number() : null)
        .with(
            "skipped",
            line.skipped() > 0
                ? texts.say(Message.of("report.written.log.skipped").with("lines", line.skipped()))
                : null);
  }

  private View page(Exhibit.Page page, Scenario scenario) {
    String name = Slug.ofPlace(scenario.place()) + "-" + Slug.of(page.name());
    return pictures
        .page(name, page.html())
        .map(
            one ->
                View.of(
                    "aPicture",
                    View.of("data", one.data())
                        .with("file", one.file())
                        .with("name", texts.get("statistics.picture"))))
        .orElseGet(() -> View.of("aNote", texts.get("statistics.notDrawn")));
  }
}
