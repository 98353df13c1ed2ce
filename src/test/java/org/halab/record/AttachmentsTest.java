package org.halab.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.AttachmentContentEncoding;
import java.time.Instant;
import java.util.List;
import org.halab.domain.LogLine;
import org.halab.domain.Table;
import org.halab.report.model.Exhibit;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
  private static final Table TABLE =
      new Table(List.of("id", "name"), List.of(List.of("1", "a, \"b\"\nc"), List.of("2", "")));

  @Test
  void aTableStaysATable() {
    assertThat(Attachments.table(Attachments.csv(TABLE))).isEqualTo(TABLE);
  }

  @Test
  void logLinesKeepTheirTimeAndService() {
    LogLine line = new LogLine(Instant.parse("2026-01-01T10:00:00.5Z"), "zoo", "a | b  c");

    assertThat(Attachments.lines(Attachments.log(List.of(line)))).containsExactly(line);
  }

  @Test
  void aQueryBelongsToTheTableAfterIt() {
    assertThat(
            Attachments.read(
                List.of(
                    attachment(Attachments.QUERY, "rows", "SELECT 1"),
                    attachment(Attachments.TABLE, "rows", Attachments.csv(TABLE)),
                    attachment(Attachments.TABLE, "others", Attachments.csv(TABLE)))))
        .containsExactly(
            new Exhibit.Rows("rows", "SELECT 1", TABLE), new Exhibit.Rows("others", "", TABLE));
  }

  @Test
  void whatHasNoTypeOfItsOwnIsText() {
    assertThat(Attachments.read(List.of(attachment("application/json", "config", "{}"))))
        .containsExactly(new Exhibit.Text("config", "{}"));
  }

  private static Attachment attachment(String type, String name, String body) {
    return new Attachment(
        body,
        AttachmentContentEncoding.IDENTITY,
        name,
        type,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
