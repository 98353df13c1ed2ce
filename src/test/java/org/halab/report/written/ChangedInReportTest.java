package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.halab.changes.LabFiles;
import org.halab.message.Language;
import org.halab.report.model.Feature;
import org.halab.report.model.Run;
import org.halab.report.model.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heads of tasks A2 and A3: what was changed, and why. */
class ChangedInReportTest {
  private static final Path HOSTILE = Path.of("files", "etcd", "nginx", "nginx.conf");

  @TempDir private Path directory;

  @BeforeEach
  void keepFiles() {
    LabFiles.keep(Path.of("docker"), directory);
  }

  @Test
  void taskA2BeginsWithTheSettingsTheirReasonsAndTheDiff() throws Exception {
    String html = write(Language.ENGLISH);

    assertThat(between(html, "id=\"part-A2\"", "id=\"part-A3\""))
        .contains("<h3>What was changed</h3>")
        .contains("<code>bootstrap.dcs.postgresql.use_pg_rewind</code>")
        .contains("<code>bootstrap.postgresql.use_pg_rewind: true</code>")
        .contains("postgres0.yml:21, postgres1.yml:21")
        .contains("Patroni does not look there")
        .contains("it can follow only after going back to where their histories part.")
        .contains("<span class=\"removed\">-  retries 3</span>")
        .contains("<span class=\"added\">+  retries 1</span>")
        .contains("  unix_socket_directories: &#39;.&#39;")
        .contains("- wal-archive:/var/tmp");
    assertThat(between(html, "id=\"part-A3\"", "</main>"))
        .contains("docker/etcd/compose.yml", "docker/etcd/nginx/nginx.conf")
        .contains("href=\"files/etcd/nginx/nginx.conf\"")
        .contains("</span> · 76 lines</summary>");
  }

  @Test
  void theMarkdownAndThePdfHaveItToo() throws Exception {
    writeWithPaper();

    assertThat(Files.readString(directory.resolve("report.md")))
        .contains("### What was changed", "```diff\n--- docker/haproxy.cfg")
        .contains("| bootstrap.dcs.postgresql.use\\_pg\\_rewind |")
        .contains("more lines; all of them are in index.html");
    try (PDDocument pdf = Loader.loadPDF(directory.resolve("appendix.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("What was changed", "docker/improved/haproxy.cfg", "retries 1");
    }
  }

  @Test
  void bothAreInRussianBesideTheFilesOwnWords() throws Exception {
    assertThat(write(new Language("ru")))
        .contains("<h3>Что изменено</h3>", "здесь Patroni её не ищет")
        .contains("it can follow only after going back to where their histories part.")
        .contains("Образ участника etcd")
        .doesNotContain("What was changed");
  }

  @Test
  void nothingOfAFileBecomesMarkup() throws Exception {
    Files.writeString(
        directory.resolve(HOSTILE), "# <script>alert(1)</script>\n```\n<b>bold</b>\n```\n");
    Files.writeString(
        directory.resolve("files/improved/patroni.yml"),
        "# The <i>file</i>.\nbootstrap:\n  # A <u>reason</u> | [more](x).\n  a: '<s>value</s> | x'\n");

    assertThat(writeWithPaper())
        .doesNotContain("<script", "<b>bold", "<i>file", "<u>reason", "<s>value")
        .contains("&lt;script&gt;", "A &lt;u&gt;reason");
    String markdown = Files.readString(directory.resolve("report.md"));
    assertThat(markdown)
        .contains("A &lt;u>reason&lt;/u> \\| \\[more\\](x).")
        .contains("'''\n<b>bold</b>\n'''");
  }

  @Test
  void ofAnotherProjectNothingIsShown() throws Exception {
    LabFiles.keepNone(directory);

    assertThat(write(Language.ENGLISH))
        .contains("id=\"part-A2\"")
        .doesNotContain("What was changed", "docker/etcd/compose.yml");
  }

  private String write(Language language) throws Exception {
    return write(language, WrittenReport::forTheScreenAlone);
  }

  private String writeWithPaper() throws Exception {
    return write(Language.ENGLISH, UnaryOperator.identity());
  }

  private String write(Language language, UnaryOperator<WrittenReport> made) throws Exception {
    List<String> said = new ArrayList<>();
    Run run = Samples.run();
    List<Feature> features = new ArrayList<>(run.features());
    for (String task : List.of("A2", "A3")) {
      features.add(
          new Feature(
              "features/tasks/" + task + ".feature",
              "A task",
              "",
              List.of("guide", "task-" + task),
              List.of()));
    }
    made.apply(new WrittenReport(directory, new Texts(language), line -> said.add(line.toString())))
        .write(
            new Run(
                run.started(),
                run.took(),
                run.versions(),
                features,
                run.planned(),
                run.experiments()));
    assertThat(said).noneMatch(line -> line.contains("PDF"));
    String html = Files.readString(directory.resolve("index.html"));
    assertThat(html).doesNotContain("{{").doesNotContain(">null<");
    return html;
  }

  private static String between(String text, String from, String to) {
    int begin = text.indexOf(from);
    return text.substring(begin, text.indexOf(to, begin));
  }
}
