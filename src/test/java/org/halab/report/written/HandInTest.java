package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.halab.domain.LogLine;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Feature;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Rule;
import org.halab.report.model.Run;
import org.halab.report.model.Samples;
import org.halab.report.model.Scenario;
import org.halab.report.model.Step;
import org.halab.report.model.Verdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandInTest {
  private static final int MOST_PAGES = 15;
  private static final int MANY = 40;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void aGuideRunHasFewPagesHoweverLongItsEvidence(String language, @TempDir Path directory)
      throws Exception {
    Texts texts = new Texts(new Language(language));

    new WrittenReport(directory, texts, line -> {}).write(guideRun());

    try (PDDocument pdf = Loader.loadPDF(directory.resolve("report.pdf").toFile())) {
      assertThat(pdf.getNumberOfPages()).isBetween(3, MOST_PAGES);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertThat(text(pdf, page, page)).as("page %d", page).hasSizeGreaterThan(100);
      }
      assertThat(text(pdf, 1, pdf.getNumberOfPages()))
          .contains("G1.1", "G3.4", "SERVICE", "the answer of Q1", "line 1 of", "INFO line 1")
          .contains(texts.get("handin.rest.appendix").split(" ")[0])
          .doesNotContain("INFO line 9", "line 39 of");
    }
    assertThat(directory.resolve("appendix.pdf")).isNotEmptyFile();
  }

  private static String text(PDDocument pdf, int from, int to) throws Exception {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(from);
    stripper.setEndPage(to);
    return stripper.getText(pdf);
  }

  private static Run guideRun() {
    Run small = Samples.run();
    List<Feature> features = new ArrayList<>();
    for (GuidePart part : GuidePart.values()) {
      if (part == GuidePart.TASK_A1) {
        features.add(small.features().get(1));
      } else if (!part.items().isEmpty()) {
        features.add(feature(part));
      }
    }
    return new Run(
        small.started(), small.took(), small.versions(), features, List.of(), small.experiments());
  }

  private static Feature feature(GuidePart part) {
    boolean task = part.id().startsWith("A");
    String path = "features/%s.feature".formatted(part.id());
    List<Scenario> scenarios = new ArrayList<>();
    for (String item : task ? Collections.nCopies(6, "task-" + part.id()) : part.items()) {
      scenarios.add(scenario(path + ":" + (scenarios.size() + 1), item));
    }
    return new Feature(
        path,
        "Part " + part.id(),
        "",
        List.of(task ? "task-" + part.id() : "part-" + part.id()),
        List.of(new Rule("", "", scenarios)));
  }

  private static Scenario scenario(String place, String item) {
    Table containers =
        new Table(List.of("service", "status"), List.of(List.of("zoo", "Up 3 seconds")));
    return new Scenario(
        place,
        "What shows " + item,
        "",
        List.of(item),
        Duration.ofSeconds(7),
        List.of(step(new Exhibit.Rows("containers", "", containers)), step(), step(evidence(item))),
        "halab-1",
        "");
  }

  private static Exhibit[] evidence(String item) {
    List<Exhibit> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(new Exhibit.Note("note %d of %s".formatted(i, item)));
      all.add(new Exhibit.Rows("rows %d of %s".formatted(i, item), "SELECT " + i, rows()));
      all.add(
          new Exhibit.Text(
              "text of " + item,
              IntStream.rangeClosed(1, MANY)
                  .mapToObj(line -> "line %d of %s%n".formatted(line, item))
                  .reduce("", String::concat)));
      all.add(new Exhibit.Log("log %d of %s".formatted(i, item), log(), false));
    }
    if (item.startsWith("Q")) {
      all.add(new Exhibit.Answer("the answer of " + item));
    }
    return all.toArray(Exhibit[]::new);
  }

  private static Table rows() {
    return new Table(
        List.of("id", "name"),
        IntStream.range(0, MANY).mapToObj(i -> List.of(String.valueOf(i), "row")).toList());
  }

  private static List<LogLine> log() {
    return IntStream.rangeClosed(1, MANY)
        .mapToObj(i -> new LogLine(Samples.STARTED.plusSeconds(i), "zoo", "INFO line " + i))
        .toList();
  }

  private static Step step(Exhibit... exhibits) {
    return new Step(
        "Then ",
        "it is shown",
        List.of(),
        Verdict.PASSED,
        Duration.ofMillis(1200),
        "",
        List.of(exhibits));
  }
}
