package org.halab.report.written;

import com.samskivert.mustache.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.halab.changes.LabFiles;
import org.halab.message.Message;
import org.halab.report.history.History;
import org.halab.report.history.KeptRuns;
import org.halab.report.model.Examined;
import org.halab.report.model.FaultFile;
import org.halab.report.model.FaultSummary;
import org.halab.report.model.Run;

/**
 * Writes the report of a run into a directory: {@code index.html} and {@code report.md}, the few
 * pages that one hands in as {@code report.pdf} and all the rest as {@code appendix.pdf}, with the
 * pictures and the full logs beside them.
 */
public final class WrittenReport {
  private final Path directory;
  private final Texts texts;
  private final Consumer<Message> say;
  private final Templates templates = new Templates();
  private Optional<HistoryView> past = Optional.empty();
  private boolean paper = true;

  /**
   * @param directory that holds the clusters' logs, as {@code logs/CLUSTER/SERVICE.log}, and the
   *     files that the run used
   * @param say told of what could not be written
   */
  public WrittenReport(Path directory, Texts texts, Consumer<Message> say) {
    this.directory = directory;
    this.texts = texts;
    this.say = say;
  }

  /** Sets the run beside those that were kept before it. */
  public WrittenReport beside(History history, KeptRuns kept) {
    past = Optional.of(new HistoryView(history, kept, texts));
    return this;
  }

  /** Leaves out what is to be printed, which takes longest by far to set. */
  public WrittenReport forTheScreenAlone() {
    paper = false;
    return this;
  }

  /**
   * @throws IOException if the page or the Markdown cannot be written; a PDF that cannot is only
   *     told of
   */
  public void write(Run run) throws IOException {
    write(run, Optional.empty());
  }

  /**
   * @param examined what is said of the project, where it was a project that was examined: it comes
   *     first, and what was carried out is told in brief
   * @throws IOException as above
   */
  public void write(Run run, Optional<Examined> examined) throws IOException {
    Files.createDirectories(directory);
    LogBook logs = new LogBook(directory.resolve(LogPages.DIRECTORY));
    Pictures pictures = new Pictures(directory);
    tellOfUnkept(new Citations(run, logs).unkept());
    View view = view(run, examined, logs, pictures);
    String form = examined.isPresent() ? "examined" : "report";
    html(view, form);
    new LogPages(directory, logs, templates, texts).write();
    view.with("brief", examined.isPresent());
    Files.writeString(
        directory.resolve("report.md"),
        templates.markdown(form + ".md").execute(view).replaceAll("\n{3,}", "\n\n"));
    FaultFile.write(FaultSummary.of(run.experiments()), directory.resolve("faults.json"));
    if (paper) {
      papers(view, examined.isPresent(), form);
    }
  }

  private void papers(View view, boolean examined, String form) {
    if (examined) {
      pdf(view, form, "report.pdf");
    } else {
      pdf(view, form, "appendix.pdf");
      view.with("handInForm", true);
      pdf(view, "handin", "report.pdf");
    }
  }

  private void tellOfUnkept(List<Citations.Cited> unkept) {
    unkept.stream()
        .findFirst()
        .map(
            first ->
                Message.of("report.unkept")
                    .with("lines", unkept.size())
                    .with("place", first.scenario().place())
                    .with("service", first.line().service())
                    .with("line", first.line().text()))
        .ifPresent(say);
  }

  private View view(Run run, Optional<Examined> examined, LogBook logs, Pictures pictures) {
    ExhibitViews exhibits = new ExhibitViews(texts, logs, pictures);
    ScenarioViews scenarios =
        new ScenarioViews(run, texts, logs, exhibits, new ExperimentViews(texts, pictures));
    HandInViews handIn = new HandInViews(run, texts, scenarios, new BriefExhibits(texts, exhibits));
    ChangedViews changed = new ChangedViews(LabFiles.of(directory), texts);
    View view =
        new ReportView(run, texts, new PartViews(run, texts, scenarios, handIn, changed))
            .view()
            .with("history", past.map(HistoryView::view).orElse(null))
            .with("handInRun", handIn.whole());
    return examined
        .map(one -> new ExaminedView(run, one, texts, scenarios, logs).addedTo(view))
        .orElse(view);
  }

  private void html(View view, String form) throws IOException {
    view.with("css", Templates.text("page.css"));
    Files.writeString(directory.resolve("index.html"), page(form).execute(view));
  }

  private void pdf(View view, String form, String file) {
    try {
      view.with("css", Templates.text("paper.css") + Templates.text("handin.css"))
          .with("paper", true);
      Pdf.write(page(form).execute(view), directory.resolve(file));
    } catch (IOException | RuntimeException | LinkageError e) {
      say.accept(Message.of("report.noPdf").with("reason", e));
    }
  }

  private Template page(String form) {
    return templates.html(form + ".html");
  }
}
