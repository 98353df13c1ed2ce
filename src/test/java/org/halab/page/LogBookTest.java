package org.halab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.LogLine;
import org.junit.jupiter.api.Test;

class LogBookTest {
  private static final String PROMOTED = "LOG:  database system is ready to accept connections";

  private final Instant now = Instant.now();
  private final LogBook book = new LogBook();

  @Test
  void keepsWhatTellsOfAFailoverOnceHoweverOftenItIsRead() {
    LogBook.Log log = since -> List.of(line(1, PROMOTED), line(2, "LOG:  checkpoint starting"));

    book.read("pg-master", log);
    book.read("pg-master", log);

    assertThat(book.lines()).extracting(PageState.Line::line).containsExactly(PROMOTED);
    assertThat(book.lines().get(0).said()).isEqualTo("PostgreSQL accepts reads and writes");
  }

  @Test
  void keepsTheNewestOnly() {
    List<LogLine> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      many.add(line(i, PROMOTED));
    }

    book.read("pg-master", since -> many);

    assertThat(book.lines()).hasSize(LogBook.MOST);
    assertThat(book.lines())
        .extracting(PageState.Line::at)
        .contains(now.plusMillis(999).toEpochMilli())
        .doesNotContain(now.plusMillis(1).toEpochMilli());
  }

  @Test
  void asksOnForWhatIsNewer() {
    List<Instant> asked = new ArrayList<>();
    book.read("pg-master", since -> List.of(line(1, PROMOTED)));

    book.read(
        "pg-master",
        since -> {
          asked.add(since);
          return List.of();
        });

    assertThat(asked).containsExactly(now.plusMillis(1));
  }

  private LogLine line(int millis, String text) {
    return new LogLine(now.plusMillis(millis), "pg-master", text);
  }
}
