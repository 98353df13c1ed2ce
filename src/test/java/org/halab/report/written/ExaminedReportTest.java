package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.grade.Trial;
import org.halab.grade.Verdicts;
import org.halab.grade.written.Hostile;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.report.model.Examined;
import org.halab.report.model.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * The report of a project that was examined, and of one whose author would like to write his own.
 */
class ExaminedReportTest {
  private static final String CHECK = "entrypoint-check-passes-replicas";
  private static final String LOGGED = "failure-1/pg-master.log:1: FATAL: the last words";
  @TempDir private static Path directory;
  @TempDir private static Path hostile;
  private static final List<String> SAID = new ArrayList<>();
  private static String html;
  private static String markdown;

  @BeforeAll
  static void write() throws Exception {
    write(directory, examined(), Language.ENGLISH);
    html = Files.readString(directory.resolve("index.html"));
    markdown = Files.readString(directory.resolve("report.md"));
    write(
        hostile,
        new Examined(
            Hostile.results(),
            Map.of(Hostile.TEXT, Hostile.TEXT),
            List.of(Message.text(Hostile.TEXT))),
        Language.ENGLISH);
  }

  private static void write(Path where, Examined examined, Language language) throws Exception {
    Path log = where.resolve("logs/failure-1/pg-master.log");
    Files.createDirectories(log.getParent());
    Files.writeString(
        log,
        "2026-11-23T01:00:09Z FATAL: the last words\n"
            + "2026-11-23T01:00:10Z ```\u0000<script>alert(1)</script>\u202E\n");
    new WrittenReport(where, new Texts(language), line -> SAID.add(line.toString()))
        .write(Samples.run(), Optional.of(examined));
  }

  private static Examined examined() {
    Message look = Message.text("look there");
    Hint hint = new Hint(look, Message.text("change that"), Message.text("try this"));
    Finding check =
        Finding.read(
            CHECK,
            Severity.MISTAKE,
            Set.of(Item.ENTRYPOINT_FILE, Item.LED_TO_LEADER),
            List.of("haproxy.cfg:21"),
            Message.text("HAProxy asks GET /patroni."),
            hint);
    Finding risk =
        Finding.read(
            "restart-missing",
            Severity.RISK,
            Set.of(Item.COMPOSE_FILE),
            List.of("docker-compose.yml:4"),
            Message.text("restart is missing."),
            hint);
    Finding harmless =
        Finding.harmless(
            "other-ports", Set.of(Item.COMPOSE_FILE), List.of(), Message.text("Other ports."));
    Map<Item, Trial> trials = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      trials.put(item, Trial.works());
    }
    trials.put(Item.QUESTION_PORTS, Trial.readAlone());
    Stream.of(Item.LED_TO_LEADER, Item.LEADER_LOST)
        .forEach(
            item ->
                trials.put(
                    item,
                    Trial.fails(
                        new Finding(
                            "entrypoint-leads-to-replicas",
                            Severity.MISTAKE,
                            Set.of(Item.LED_TO_LEADER),
                            List.of(),
                            List.of(LOGGED),
                            Message.text("Clients reach a replica."),
                            Optional.empty()))));
    Verdicts verdicts = Verdicts.of(List.of(harmless, risk, check), trials);
    return new Examined(
        Hostile.graded("lab1", verdicts),
        Map.of("haproxy.cfg:21", "option httpchk GET /patroni"),
        List.of());
  }

  @Test
  void theFirstScreenHasTheNameThePointsByItemAndThenTheFindings() {
    assertThat(html)
        .containsSubsequence(
            "<h1>lab1</h1>",
            "of 100 points",
            "<li class=\"works\"><span class=\"sign\" title=\"works\">✓</span> <b>G1.1</b>",
            "<li class=\"fails\"><span class=\"sign\" title=\"does not work\">✗</span> <b>G3.4</b>",
            "judged by its files alone, and no mistake was found in them: Q1",
            "What does not work",
            "HAProxy asks GET /patroni.",
            "restart is missing.",
            "Differences that do no harm",
            "Other ports.",
            "How it was tried");
  }

  @Test
  void aCauseIsToldOnceWithWhatFollowsFromItAndWhatHangsOnIt() {
    assertThat(html.split("HAProxy asks GET /patroni", -1)).hasSize(2);
    assertThat(html)
        .contains(
            "HAProxy asks GET /patroni. Clients reach a replica.",
            "<b>haproxy.cfg:21</b>   option httpchk GET /patroni",
            "<b>A1</b> not tried",
            "<a href=\"logs/failure-1/pg-master.html#L1\">→</a> " + LOGGED);
  }

  @Test
  void theStagesOfAHintAreFoldedOnAScreen() {
    assertThat(html)
        .contains(
            "<details class=\"hint\"><summary>Where to look</summary><p>look there</p></details>",
            "<details class=\"hint\"><summary>What to change</summary>",
            "<details class=\"hint\"><summary>Try it yourself</summary>");
  }

  @Test
  void everyLinkLeadsSomewhereAndNamesAreUsedOnce() {
    assertThat(all(html, " href=\"#([^\"]+)\""))
        .allMatch(id -> html.contains(" id=\"" + id + "\""));
    assertThat(all(html, " href=\"([^\"#:]+)[\"#]"))
        .isNotEmpty()
        .allMatch(file -> Files.isRegularFile(directory.resolve(file)));
    assertThat(all(html, " id=\"([^\"]+)\"")).doesNotHaveDuplicates();
    assertThat(html).doesNotContain("{{").doesNotContain("null");
  }

  @Test
  void thePaperAndTheMarkdownAreShort() throws Exception {
    assertThat(SAID).noneMatch(line -> line.contains("PDF"));
    try (PDDocument pdf = Loader.loadPDF(directory.resolve("report.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .containsSubsequence("lab1", "What does not work", "Where to look", "How it was tried");
      assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(8);
    }
    assertThat(markdown)
        .startsWith("# lab1\n")
        .contains(
            "| G3.4 | The entrypoint always leads to the leader | ✗ does not work | 0/5 | 1 |")
        .contains("```text\nhaproxy.cfg:21   option httpchk GET /patroni\n```")
        .contains("- **Try it yourself:** try this");
    int summary = markdown.indexOf("## How it was tried");
    assertThat(summary).isPositive();
    assertThat(markdown.substring(summary)).doesNotContain("SELECT 1 < 2 AS yes");
  }

  @Test
  void whatAStrangerWroteIsNoMarkup() throws Exception {
    for (String page : List.of("index.html", "logs/failure-1/pg-master.html")) {
      Document document = parsed(Files.readString(hostile.resolve(page)));
      assertThat(document.getElementsByTagName("script").getLength()).isZero();
      for (Element element : elements(document)) {
        assertThat(attributes(element)).noneMatch(name -> name.startsWith("on"));
        assertThat(element.getAttribute("href"))
            .doesNotStartWith("javascript")
            .doesNotStartWith("http");
      }
      assertThat(document.getDocumentElement().getTextContent())
          .contains("<script>alert(1)</script>")
          .doesNotContain("\u001B", "\u202E");
    }
    assertThat(hostile.resolve("report.pdf")).isNotEmptyFile();
    String text = Files.readString(hostile.resolve("report.md"));
    assertThat(Pattern.compile("```.*?\n```", Pattern.DOTALL).matcher(text).replaceAll(""))
        .doesNotContain("<script", "```");
  }

  @Test
  void itIsWrittenInRussianToo(@TempDir Path other) throws Exception {
    write(other, examined(), Language.RUSSIAN);

    assertThat(Files.readString(other.resolve("index.html")))
        .contains("Экзамен", "из 100", "Что не работает", "Куда смотреть", "Как это проверялось")
        .contains("оценено только по файлам, ошибок в них не найдено: Q1");
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
  }

  private static List<Element> elements(Document document) {
    NodeList all = document.getElementsByTagName("*");
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  private static List<String> attributes(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(element.getAttributes()::item)
        .map(Node::getNodeName)
        .toList();
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(one -> one.group(1)).toList();
  }
}
