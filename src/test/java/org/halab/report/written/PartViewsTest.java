package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.halab.domain.Table;
import org.halab.report.model.Feature;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Run;
import org.halab.report.model.Samples;
import org.junit.jupiter.api.Test;

class PartViewsTest {
  @Test
  void aTaskBeginsWithWhatItAsksFor() {
    Run run =
        new Run(
            Samples.STARTED,
            Duration.ZERO,
            new Table(List.of("stack", "part", "version", "said by"), List.of()),
            Stream.of("entrypoints ways", "rejoin-alone", "rejoin").map(this::feature).toList(),
            List.of(),
            List.of());

    assertThat(PartViews.features(run, GuidePart.TASK_A2))
        .extracting(Feature::name)
        .containsExactly("rejoin", "rejoin-alone", "entrypoints");
  }

  private Feature feature(String words) {
    List<String> tags = words.endsWith("ways") ? List.of("task-A2", "ways") : List.of("task-A2");
    String name = words.split(" ")[0];
    return new Feature("features/tasks/" + name + ".feature", name, "", tags, List.of());
  }
}
