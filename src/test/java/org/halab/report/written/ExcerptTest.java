package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.halab.domain.LogLine;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final List<LogLine> LOG =
      IntStream.rangeClosed(1, 20).mapToObj(ExcerptTest::line).toList();

  @Test
  void aLineThatMattersStandsAmongItsNeighbours() {
    List<Excerpt.Line> lines = Excerpt.of(List.of(line(10)), LOG);

    assertThat(lines).extracting(Excerpt.Line::number).containsExactly(8, 9, 10, 11, 12);
    assertThat(lines)
        .filteredOn(Excerpt.Line::marked)
        .extracting(Excerpt.Line::line)
        .containsExactly(line(10));
    assertThat(lines.get(0).skipped()).isEqualTo(7);
  }

  @Test
  void aGapOfOneLineIsShownInstead() {
    List<Excerpt.Line> lines = Excerpt.of(List.of(line(3), line(9)), LOG);

    assertThat(lines)
        .extracting(Excerpt.Line::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(lines).allMatch(line -> line.skipped() == 0);
  }

  @Test
  void ofVeryManyTheFirstAndTheLastAreShown() {
    assertThat(Excerpt.of(LOG, List.of()))
        .extracting(Excerpt.Line::line)
        .containsExactly(line(1), line(2), line(3), line(18), line(19), line(20));
  }

  @Test
  void withoutTheFullLogTheLinesStandAlone() {
    assertThat(Excerpt.of(List.of(line(10)), List.of()))
        .containsExactly(new Excerpt.Line(0, line(10), true, 0));
  }

  @Test
  void aLineThatWasNotKeptIsShownBesideThoseThatWere() {
    LogLine gone = new LogLine(Instant.EPOCH, "zoo", "of the container before");

    List<Excerpt.Line> lines = Excerpt.of(List.of(gone, line(10)), LOG);

    assertThat(lines.get(0)).isEqualTo(new Excerpt.Line(0, gone, true, 0));
    assertThat(lines).extracting(Excerpt.Line::number).containsExactly(0, 8, 9, 10, 11, 12);
  }

  @Test
  void linesOfAWholeLogHaveTheirNumbersInWhatWasKept() {
    LogLine gone = new LogLine(Instant.EPOCH, "zoo", "of the container before");

    assertThat(Excerpt.whole(List.of(gone, line(3), line(4)), LOG))
        .extracting(Excerpt.Line::number)
        .containsExactly(0, 3, 4);
  }

  @Test
  void theEndOfALogTellsHowMuchIsBeforeIt() {
    List<Excerpt.Line> lines = Excerpt.plain(LOG, 18);

    assertThat(lines).extracting(Excerpt.Line::number).containsExactly(19, 20);
    assertThat(lines).extracting(Excerpt.Line::skipped).containsExactly(18, 0);
  }

  private static LogLine line(int number) {
    return new LogLine(Instant.ofEpochSecond(number), "zoo", "line " + number);
  }
}
