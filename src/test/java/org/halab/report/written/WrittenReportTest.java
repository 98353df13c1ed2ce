package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.halab.message.Language;
import org.halab.report.model.Run;
import org.halab.report.model.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenReportTest {
  @TempDir private static Path directory;
  private static final int WORKS = 0x0072b2;
  private static final List<String> SAID = new ArrayList<>();
  private static String html;
  private static String markdown;

  @BeforeAll
  static void write() throws Exception {
    log(
        "halab-1",
        "zoo",
        "2026-11-23T01:00:01Z INFO before\n2026-11-23T01:00:02Z INFO binding to port 0.0.0.0:2181 <all>\n");
    log("failure-1", "pg-master", "2026-11-23T01:00:09Z FATAL: the last words\n");
    write(Samples.run());
    html = Files.readString(directory.resolve("index.html"));
    markdown = Files.readString(directory.resolve("report.md"));
  }

  private static void write(Run run) throws Exception {
    new WrittenReport(directory, new Texts(Language.ENGLISH), line -> SAID.add(line.toString()))
        .write(run);
  }

  private static void log(String cluster, String service, String lines) throws Exception {
    Path file = directory.resolve("logs").resolve(cluster).resolve(service + ".log");
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
  }

  @Test
  void nothingWasLeftUnwritten() {
    assertThat(SAID)
        .singleElement()
        .asString()
        .startsWith("10 lines that the report cites are in no log that was kept");
    assertThat(html).doesNotContain("{{").doesNotContain("null");
  }

  @Test
  void theOtherEditionIsProposedInItsOwnLanguage() {
    assertThat(html).contains("<p lang=\"ru\">По-русски: mvn test");
    assertThat(markdown).contains("По-русски: mvn test");
  }

  @Test
  void theClientsTimeOutIsNamed() {
    assertThat(html).contains("4.0 s to connect and for each answer");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(all(html, " href=\"#([^\"]+)\"").map(m -> m.group(1)))
        .isNotEmpty()
        .allMatch(id -> html.contains(" id=\"" + id + "\""));
    assertThat(all(html, " href=\"([^\"#:]+)[\"#]").map(m -> m.group(1)))
        .isNotEmpty()
        .allMatch(file -> Files.isRegularFile(directory.resolve(file)));
  }

  @Test
  void methodAndLimitsAreToldFromWhatTheRunKept() {
    String method = html.substring(html.indexOf("<section id=\"method\">"));

    assertThat(method)
        .contains("2 that write and one that reads")
        .contains("4.0 s to connect and for each answer; 2.0 s for clients that know several ways")
        .contains("2 cores, 4.0 GB of memory, Debian GNU/Linux 12 (Docker engine 20.10)")
        .contains("up to 4 at a time", "abc1234", "0.05 s", "loop_wait is 1 s");
    assertThat(markdown).contains("## Method and limits", "| Commit of the lab | abc1234 |");
  }

  @Test
  void nothingIsFetched() {
    assertThat(all(html, "(?:src|href)=\"([a-z]+):").map(m -> m.group(1))).containsOnly("data");
    assertThat(html).doesNotContain("<script").doesNotContain("@import").doesNotContain("url(http");
  }

  @Test
  void theContentsLeadToEachScenarioAndEachPartLeadsBack() {
    String contents = html.substring(html.indexOf("<nav id="), html.indexOf("</nav>"));

    assertThat(all(html, "<article class=\"scenario[^>]* id=\"([^\"]+)\"").map(m -> m.group(1)))
        .hasSize(4)
        .allMatch(id -> contents.contains("href=\"#" + id + "\""));
    assertThat(all(html, "<section class=\"part\"").count()).isEqualTo(2);
    assertThat(all(html, "<h2>[^<]* *<a class=\"back\" href=\"#contents\">").count())
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void theEvidenceIsFoldedBehindWhatWasFoundUnlessItIsRed() {
    assertThat(all(html, "<details class=\"because\">").count())
        .isEqualTo(all(html, "<li( class=\"bad\")?><b>").count());
    assertThat(all(html, "<details class=\"carried-out\">").count()).isEqualTo(3);
    assertThat(all(html, "<details class=\"carried-out\" open=\"open\">").count()).isEqualTo(1);
  }

  @Test
  void tablesAreToldToThoseWhoHearThem() {
    assertThat(all(html, "<th[ >][^>]*").map(MatchResult::group))
        .isNotEmpty()
        .allMatch(head -> head.contains("scope="));
    assertThat(
            all(html, "<table[^>]*>")
                .map(MatchResult::group)
                .filter(one -> !one.contains("argument"))
                .count())
        .isEqualTo(
            all(html, "<caption").count() + all(html, "<table class=\"facts\">\\n<tr").count());
    assertThat(html).contains("<caption>what each node answers</caption>");
  }

  @Test
  void namesAreUsedOnce() {
    assertThat(all(html, " id=\"([^\"]+)\"").map(m -> m.group(1))).doesNotHaveDuplicates();
  }

  @Test
  void aPartialRunSaysSoAndWhatWasLeft() {
    assertThat(html)
        .contains("This report is partial: 4 of 5 scenarios")
        .contains("features/3-high-availability/entrypoint.feature:10");
  }

  @Test
  void theFirstScreenSaysWhatFailedThenWhatWasFound() {
    String found = html.substring(html.indexOf("<ol class=\"found\">"), html.indexOf("</ol>"));

    assertThat(all(found, "<li").count()).isBetween(2L, 9L);
    assertThat(found.substring(0, found.indexOf("</li>")))
        .contains("<li class=\"bad\">", "The replica refuses to &lt;drop&gt; it &amp; says so");
    assertThat(found).contains("Rows, over all 3 watched faults", "href=\"#faults\"");
  }

  @Test
  void aRedScenarioShowsWhatWasExpectedWhatWasSeenAndTheLogs() {
    String red = html.substring(html.indexOf("class=\"failure\""));

    assertThat(red)
        .contains("it is refused")
        .contains("[the refusal] expected &lt;25006&gt; but was &lt;none&gt;")
        .contains("FATAL: the last words")
        .contains("logs/failure-1/pg-master.html");
  }

  @Test
  void evidenceStandsInPlace() {
    assertThat(html)
        .contains("SELECT 1 &lt; 2 AS yes")
        .contains("<td>Казань | &lt;b&gt;</td>")
        .contains("<span class=\"marked\">ERROR: cannot execute DROP TABLE</span>")
        .contains("href=\"logs/halab-1/zoo.html#L2\"")
        .contains("So the difference is publication.");
  }

  @Test
  void aTableThatWasShownAlreadyIsNotRepeated() {
    assertThat(all(html, "<td>Казань").count()).isEqualTo(1);
    assertThat(html).contains("As above: what each node answers");
  }

  @Test
  void everyLineOfAFullLogHasAnAddress() throws Exception {
    assertThat(Files.readString(directory.resolve("logs/halab-1/zoo.html")))
        .contains("<li id=\"L1\">", "<li id=\"L2\">", "&lt;all&gt;");
  }

  @Test
  void aStoryIsToldOnceAtItsChart() {
    assertThat(html).doesNotContain("The story of the step.").contains("Nothing had to expire.");
    assertThat(all(html, "<svg ").count()).isEqualTo(3);
  }

  @Test
  void thePdfHasTheWordsAlsoCyrillicOnesAndThePictures() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(directory.resolve("report.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Laboratory report", "Казань");
      Set<Integer> colours = new HashSet<>();
      for (int page = 0; page < pdf.getNumberOfPages(); page++) {
        colours.addAll(colours(new PDFRenderer(pdf).renderImage(page, 0.5f)));
      }
      assertThat(colours).as("colours of the pages, the charts' among them").contains(WORKS);
      assertThat(pdf.getDocumentCatalog().getDocumentOutline()).isNotNull();
    }
  }

  @Test
  void itIsWrittenInRussianToo(@TempDir Path other) throws Exception {
    new WrittenReport(other, new Texts(new Language("ru")), line -> SAID.add(line.toString()))
        .write(Samples.run());

    assertThat(Files.readString(other.resolve("index.html")))
        .contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ru\"")
        .contains(
            "выполнено сценариев: 4 из 5",
            "Не прошло сценариев:</b> 1 из 4",
            "23.11.2026 01:00:00 UTC",
            "5 мин 6 с")
        .contains("<h5 lang=\"en\">Both nodes take connections")
        .contains("Как выше: what each node answers")
        .contains("pg-master", "<td>Казань | &lt;b&gt;</td>");
    try (PDDocument pdf = Loader.loadPDF(other.resolve("appendix.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Приложение к отчёту", "Что запускалось", "балансировщик");
    }
  }

  @Test
  void aPdfThatCannotBeWrittenIsToldOfAndTheRestIsThere(@TempDir Path other) throws Exception {
    Files.createDirectory(other.resolve("report.pdf"));
    List<String> said = new ArrayList<>();

    new WrittenReport(other, new Texts(Language.ENGLISH), line -> said.add(line.toString()))
        .write(Samples.run());

    assertThat(said).anyMatch(one -> one.startsWith("The report was not written as PDF"));
    assertThat(other.resolve("index.html")).isNotEmptyFile();
    assertThat(other.resolve("report.md")).isNotEmptyFile();
  }

  private static Set<Integer> colours(BufferedImage page) {
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < page.getWidth(); x++) {
      for (int y = 0; y < page.getHeight(); y++) {
        colours.add(page.getRGB(x, y) & 0xffffff);
      }
    }
    return colours;
  }

  @Test
  void theMarkdownHasItsPicturesBesideIt() {
    assertThat(all(markdown, "!\\[[^]]*\\]\\(([^)]+)\\)").map(m -> m.group(1)))
        .hasSize(4)
        .allMatch(file -> Files.isRegularFile(directory.resolve(file)));
  }

  @Test
  void tablesOfTheMarkdownAreRegular() {
    List<String> broken = new ArrayList<>();
    int columns = 0;
    for (String line : withoutCode(markdown)) {
      int here = line.startsWith("|") ? line.replace("\\|", "").split("\\|", -1).length : 0;
      if (columns > 0 && here > 0 && here != columns) {
        broken.add(line);
      }
      columns = here;
    }
    assertThat(broken).isEmpty();
  }

  private static List<String> withoutCode(String text) {
    return Pattern.compile("```.*?```", Pattern.DOTALL)
        .matcher(text)
        .replaceAll("")
        .lines()
        .collect(Collectors.toList());
  }

  private static Stream<MatchResult> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results();
  }
}
