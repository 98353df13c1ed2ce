package org.halab.grade.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.grade.Findings;
import org.halab.grade.Trial;
import org.halab.grade.Verdicts;
import org.halab.message.Language;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
  @TempDir Path directory;

  @Test
  void whatIsReadIsWhatWasWritten() {
    Message seen =
        Message.of("grade.told.item")
            .with("title", Message.of("grade.item", Item.IMAGE))
            .with("outcome", List.of("узел", 5, Message.text("<b>")))
            .with("earned", 5);
    Finding tried =
        new Finding(
            "lost",
            Severity.RISK,
            Set.of(Item.LEADER_LOST),
            List.of("postgres0.yml:7"),
            List.of("a line of a log"),
            seen,
            Optional.of(Findings.hint()));
    Results results =
        Hostile.graded(
            "Анна",
            Verdicts.of(
                List.of(
                    Findings.read("no-volume", Severity.MISTAKE, Item.COMPOSE_FILE, Item.DEPLOYED)),
                Map.of(Item.LEADER_LOST, new Trial(Trial.Result.WORKS, Set.of(), List.of(tried)))));
    ResultsFile.write(directory, results);

    Results read = ResultsFile.read(directory).orElseThrow();
    assertThat(read).isEqualTo(results);
    assertThat(read.verdicts().findings().get(1).seen().in(Language.RUSSIAN))
        .isEqualTo(seen.in(Language.RUSSIAN));
  }

  @Test
  void aStrangersTextIsKeptAsFarAsItIsShown() {
    ResultsFile.write(directory, Hostile.results());

    assertThat(new MoodleVpl().text(told(ResultsFile.read(directory).orElseThrow())))
        .hasSameSizeAs(new MoodleVpl().text(told(Hostile.results())));
  }

  @Test
  void halfAFileOrAnotherVersionIsNone() throws IOException {
    assertThat(ResultsFile.read(directory)).isEmpty();

    Path file = ResultsFile.write(directory, Hostile.good());
    String whole = Files.readString(file);
    for (String wrong :
        List.of(
            whole.substring(0, whole.length() / 2),
            whole.replace("\"version\" : 1", "\"version\" : 2"),
            whole.replace("WORKS", "PERFECT"),
            "",
            "[]")) {
      Files.writeString(file, wrong);
      assertThat(ResultsFile.read(directory)).as(wrong).isEmpty();
    }
  }

  private static Told told(Results results) {
    return new Told(results, Language.ENGLISH);
  }
}
