package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.domain.Guess.Leads;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.page.Chromium;
import org.halab.report.model.Experiment;
import org.halab.report.model.Guessed;
import org.halab.report.model.Run;
import org.halab.report.model.Samples;
import org.halab.stack.Tree;
import org.halab.timing.Deadline;
import org.halab.timing.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a real browser shows it; pictures of it are in {@code target/report-page/}. */
@Tag("browser")
class ReportInBrowserTest {
  private static final Path PICTURES = Path.of("target", "report-page");
  private static final Path LAST_RUN = Path.of("target", "lab-report", "index.html");
  private static final String APART =
      "window.sections = [...document.querySelectorAll('.scenario, section:not(:has(section)),"
          + " main > header, main > nav')]; sections.length";
  private static final String UNFOLDED =
      "(one => { document.querySelector('main').append(one);"
          + " one.querySelectorAll('details').forEach(fold => fold.open = true);"
          + " return one.outerHTML.slice(0, 80) })(sections[%d])";
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String UNFOLD =
      "document.querySelectorAll('details').forEach(one => one.open = true)";
  private static final Deadline SOON =
      new Deadline(Message.text("30 s"), Duration.ofSeconds(30), Message.text("a slow machine"));

  @TempDir private static Path directory;
  private static Path profile;
  private static Chromium browser;

  @BeforeAll
  static void write() throws Exception {
    assumeTrue(
        Chromium.program().isPresent(),
        "There is no chromium on the PATH (on Debian: apt-get install chromium)");
    for (String language : List.of("en", "ru")) {
      new WrittenReport(directory.resolve(language), new Texts(new Language(language)), line -> {})
          .write(guessed(Samples.run()));
    }
    profile = Files.createTempDirectory("lab-browser");
    browser = Chromium.start(profile);
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
      Tree.remove(profile);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void nobodyIsKeptFromReadingIt(String language) throws Exception {
    for (boolean dark : List.of(false, true)) {
      open(language, 1280, 900, dark);
      assertThat(findings()).as("dark: " + dark).isEmpty();
      browser.value(UNFOLD);
      assertThat(findings()).as("unfolded, dark: " + dark).isEmpty();
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void itIsReadOnAPhone(String language) throws Exception {
    open(language, 375, 812, false);
    browser.shoot(PICTURES.resolve(language + "-phone.png"));
    assertThat(sideways()).as("what is wider than the page").isEmpty();
    browser.value(UNFOLD);
    assertThat(sideways()).as("what is wider than the page, unfolded").isEmpty();
    assertThat(findings()).isEmpty();
    assertThat(
            browser
                .value(
                    "Math.min(...[...document.querySelectorAll('figure.chart svg')].map(one =>"
                        + " one.getBoundingClientRect().width / one.viewBox.baseVal.width * 11))")
                .asDouble())
        .as("size of the smallest words of a chart")
        .isGreaterThan(9);
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void theKeyboardSeesWhereItIs(String language) throws Exception {
    open(language, 1280, 900, false);
    browser.shoot(PICTURES.resolve(language + ".png"));
    browser.tab();
    assertThat(browser.value("document.activeElement.className").asText()).isEqualTo("skip");
    for (int i = 0; i < 6; i++) {
      assertThat(browser.value("getComputedStyle(document.activeElement).outlineStyle").asText())
          .as("outline of " + browser.value("document.activeElement.outerHTML").asText())
          .isEqualTo("solid");
      browser.tab();
    }
    open(language, 1280, 900, true);
    browser.shoot(PICTURES.resolve(language + "-dark.png"));
    browser.print();
    browser.shoot(PICTURES.resolve(language + "-print.png"));
  }

  /** Piece by piece: as one page it keeps axe-core busy for more than ten minutes. */
  @Test
  void norIsTheReportOfTheLastRunKeptFromAnybody() throws Exception {
    assumeTrue(Files.exists(LAST_RUN), "No run has written " + LAST_RUN + " yet");
    browser.size(1280, 900, false);
    browser.open(LAST_RUN.toAbsolutePath().toUri());
    complete(".*");
    int sections = browser.value(APART).asInt();
    assertThat(sections).isGreaterThan(20);
    for (int section = 0; section < sections; section++) {
      String alone =
          browser
              .value("sections.forEach(one => one.remove()); " + UNFOLDED.formatted(section))
              .asText();
      assertThat(findings()).as(alone).isEmpty();
    }
    assertThat(browser.complaints()).isEmpty();
  }

  /** What axe-core calls serious or critical, each with the first places. */
  private static List<String> findings() throws Exception {
    if (!browser.value("typeof axe").asText().equals("object")) {
      browser.value(script());
    }
    JsonNode violations =
        browser.value(
            "axe.run(document, {resultTypes: ['violations']}).then(all => all.violations"
                + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                + ".map(one => one.id + ': ' + one.help + ' '"
                + " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' '))"
                // A rule that breaks off on a page has found nothing either.
                + ".concat(all.passes.some(one => one.id === 'color-contrast') ? [] :"
                + " ['the contrast of colours could not be judged']))");
    assertThat(violations.isArray()).as("axe-core has looked").isTrue();
    List<String> findings = new ArrayList<>();
    violations.forEach(one -> findings.add(one.asText()));
    return findings;
  }

  /** What makes the page wider than its window, if anything does. */
  private static List<String> sideways() throws Exception {
    JsonNode wide =
        browser.value(
            "document.documentElement.scrollWidth <= innerWidth ? [] :"
                + " [...document.querySelectorAll('body *')].filter(one =>"
                + " one.getBoundingClientRect().right > innerWidth + 1 &&"
                + " !one.closest('.wide, pre')).slice(0, 5)"
                + ".map(one => one.outerHTML.slice(0, 200)).concat('the page')");
    List<String> found = new ArrayList<>();
    wide.forEach(one -> found.add(one.asText()));
    return found;
  }

  private static void open(String language, int width, int height, boolean dark) throws Exception {
    browser.size(width, height, dark);
    browser.open(directory.resolve(language).resolve("index.html").toUri());
    complete(language);
  }

  private static void complete(String language) throws Exception {
    new Wait(() -> "")
        .until(
            SOON,
            Message.text("the page to be there"),
            () ->
                Optional.of(
                    browser
                        .value("document.readyState + ' ' + document.documentElement?.lang")
                        .asText()),
            seen -> seen.orElseThrow().matches("complete " + language));
  }

  private static String script() throws IOException {
    try (InputStream script = ReportInBrowserTest.class.getResourceAsStream(AXE)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The same with a guess before one of its faults. */
  private static Run guessed(Run run) {
    List<Experiment> experiments = new ArrayList<>(run.experiments());
    Experiment one = experiments.get(0);
    experiments.set(
        0,
        new Experiment(
            one.feature(),
            one.line(),
            one.scenario(),
            one.stack(),
            one.fault(),
            one.settings(),
            one.lanes(),
            one.operations(),
            one.events(),
            one.phases(),
            one.outages(),
            one.bound(),
            one.verdict(),
            one.ways(),
            one.returned(),
            one.told(),
            one.clockErrorMillis(),
            new Guessed(Leads.SAME, 60.0, one.bound())));
    return new Run(
        run.started(),
        run.took(),
        run.versions(),
        run.features(),
        run.planned(),
        experiments,
        run.method());
  }
}
