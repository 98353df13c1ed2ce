package org.halab.record;

import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.AttachmentContentEncoding;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.halab.domain.LogLine;
import org.halab.domain.Table;
import org.halab.report.model.Exhibit;

/**
 * How evidence travels through Cucumber: as text with a media type that says what it is. Every type
 * is a kind of text, so that other reports show it as well.
 */
public final class Attachments {
  static final String NOTE = "text/x.cucumber.log+plain";
  public static final String TABLE = "text/csv";
  public static final String QUERY = "text/x.halab.query+plain";
  public static final String LOG = "text/x.halab.log+plain";
  public static final String WHOLE_LOG = "text/x.halab.whole-log+plain";
  public static final String STORY = "text/x.halab.story+plain";
  public static final String ANSWER = "text/x.halab.answer+plain";
  public static final String PAGE = "text/html";

  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

  private Attachments() {}

  public static String csv(Table table) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
      printer.printRecord(table.columns());
      printer.printRecords(table.rows());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static Table table(String csv) {
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), CSV)) {
      List<List<String>> records = parser.stream().map(CSVRecord::toList).toList();
      return new Table(records.get(0), records.subList(1, records.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String log(List<LogLine> lines) {
    return lines.stream()
        .map(line -> line.at() + " " + line.service() + " | " + line.text())
        .collect(Collectors.joining("\n"));
  }

  static List<LogLine> lines(String log) {
    return log.lines()
        .map(line -> line.split(" ", 4))
        .filter(parts -> parts.length == 4)
        .map(parts -> new LogLine(Instant.parse(parts[0]), parts[1], parts[3]))
        .toList();
  }

  /** What was attached to one step. A table belongs to the query that goes before it. */
  static List<Exhibit> read(List<Attachment> attachments) {
    List<Exhibit> exhibits = new ArrayList<>();
    String query = "";
    for (Attachment one : attachments) {
      String text = text(one);
      if (one.getMediaType().equals(QUERY)) {
        query = text;
      } else {
        exhibits.add(exhibit(one, text, query));
        query = "";
      }
    }
    return exhibits;
  }

  private static Exhibit exhibit(Attachment one, String text, String query) {
    String name = one.getFileName().orElse("");
    return switch (one.getMediaType()) {
      case NOTE -> new Exhibit.Note(text);
      case STORY -> new Exhibit.Story(text);
      case ANSWER -> new Exhibit.Answer(text);
      case TABLE -> new Exhibit.Rows(name, query, table(text));
      case LOG -> new Exhibit.Log(name, lines(text), false);
      case WHOLE_LOG -> new Exhibit.Log(name, lines(text), true);
      case PAGE -> new Exhibit.Page(name, text);
      default -> new Exhibit.Text(name, text);
    };
  }

  private static String text(Attachment one) {
    return one.getContentEncoding() == AttachmentContentEncoding.BASE64
        ? new String(Base64.getDecoder().decode(one.getBody()), StandardCharsets.UTF_8)
        : one.getBody();
  }
}
