package org.halab.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Options;
import org.halab.report.history.History;
import org.halab.report.history.KeptRun;
import org.halab.report.history.KeptRuns;
import org.halab.report.model.Run;
import org.halab.report.written.WrittenReport;

/** Keeps a run beside others, where that was asked for, and has it compared with them. */
record RunHistory(Path directory, String stack, Language language) {
  /** Empty if runs are not to be kept. */
  static Optional<RunHistory> asked() {
    Options options = Options.ofThisRun();
    return options
        .history()
        .map(directory -> new RunHistory(directory, options.stack(), Language.chosen()));
  }

  /** A run that was made in one language is not kept when its report is written in another. */
  void keep(Run run, WrittenReport report) {
    KeptRun kept = KeptRun.of(run, stack);
    if (kept.results().isEmpty() || !kept.language().equals(language.tag())) {
      return;
    }
    try {
      KeptRuns runs = KeptRuns.in(directory);
      report.beside(new History(kept, runs.runs()), runs);
      Progress.say(Message.of("record.kept").with("file", runs.keep(kept)));
    } catch (IOException e) {
      Progress.say(Message.of("record.notKept").with("directory", directory).with("reason", e));
    }
  }
}
