package org.halab.report.written;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.LogLine;
import org.halab.message.Message;

/** Each full log as a page of its own, where every line has an address. */
final class LogPages {
  static final String DIRECTORY = "logs";

  private final Path report;
  private final LogBook logs;
  private final Templates templates;
  private final Texts texts;

  LogPages(Path report, LogBook logs, Templates templates, Texts texts) {
    this.report = report;
    this.logs = logs;
    this.templates = templates;
    this.texts = texts;
  }

  /** From the report's page. */
  static String address(String cluster, String service) {
    return DIRECTORY + "/" + cluster + "/" + service + ".html";
  }

  void write() {
    for (String cluster : logs.clusters()) {
      for (String service : logs.services(cluster)) {
        page(cluster, service);
      }
    }
  }

  private void page(String cluster, String service) {
    List<View> lines = new ArrayList<>();
    for (LogLine line : logs.log(cluster, service)) {
      lines.add(
          View.of("number", lines.size() + 1).with("time", line.at()).with("text", line.text()));
    }
    View view =
        View.of("title", texts.say(Message.of("report.written.log.title").with("service", service)))
            .with("language", texts.language())
            .with("lines", lines);
    try {
      Files.writeString(
          report.resolve(address(cluster, service)), templates.html("log.html").execute(view));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
