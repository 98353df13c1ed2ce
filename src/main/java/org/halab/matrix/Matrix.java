package org.halab.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.halab.course.Fingerprint;
import org.halab.domain.MessageTable;
import org.halab.domain.Table;
import org.halab.engine.Checkout;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.record.Progress;
import org.halab.report.model.RecordJson;
import org.halab.selection.ClustersSideBySide;

/**
 * Tries wrong settings, several side by side, and writes the table of all after each. One that has
 * a result of the same files and features is not tried again, unless it is asked for by its name.
 */
public final class Matrix {
  /** Of its results, below the report's directory. */
  public static final String PLACE = "wrong-settings";

  private static final Path FILES = Path.of("docker");
  private static final Path FEATURES = Path.of("features");

  private final Path files;
  private final Path directory = Outputs.REPORT.resolve(PLACE);
  private final WrongSettings settings;
  private final Register register = new Register(directory);
  private final Set<String> asked = Options.ofThisRun().wrongSettings();

  public Matrix() {
    this(FILES, WrongSettings.read());
  }

  Matrix(Path files, WrongSettings settings) {
    this.files = files;
    this.settings = settings;
  }

  /** Where the table of all is. */
  public Path directory() {
    return directory;
  }

  /**
   * Tries those of a part that were asked for, or that have no result yet.
   *
   * @return those of the part that were asked for, and what became of each
   */
  public List<Row> carryOut(String part) {
    List<WrongSetting> chosen = settings.of(part, asked);
    ExecutorService threads = Executors.newFixedThreadPool(sideBySide());
    try {
      List<Future<Row>> rows = new ArrayList<>();
      for (WrongSetting one : chosen) {
        Callable<Row> row = () -> carryOut(one);
        rows.add(threads.submit(row));
      }
      List<Row> all = new ArrayList<>();
      for (Future<Row> row : rows) {
        all.add(row.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static int sideBySide() {
    return Options.ofThisRun().clusters().orElseGet(ClustersSideBySide::ofThisMachine);
  }

  private Row carryOut(WrongSetting setting) {
    Path copy = Outputs.CLUSTERS.resolve(PLACE + "-files").resolve(setting.name());
    setting.carryOut(files, copy);
    String fingerprint = fingerprint(setting, copy);
    boolean known =
        !asked.contains(setting.name())
            && register
                .of(setting)
                .filter(old -> old.fingerprint().equals(fingerprint))
                .filter(old -> row(setting, old).outcome() != Fate.BROKE_OFF)
                .isPresent();
    if (!known) {
      register.keep(setting, tried(setting, copy, fingerprint));
    }
    Row row = row(setting);
    Progress.say(
        Message.of("matrix.ended")
            .with("setting", setting.name())
            .with("outcome", Message.of("matrix.fate", row.outcome()))
            .with("kept", known ? Message.of("matrix.kept") : Message.text("")));
    writeTable();
    return row;
  }

  private Result tried(WrongSetting setting, Path copy, String fingerprint) {
    Trials trials = trials(setting);
    List<Tried> tried = new ArrayList<>();
    for (Trial trial : setting.trials()) {
      Progress.say(
          Message.of("matrix.begins")
              .with("setting", setting.name())
              .with("scenario", trial.scenario()));
      Tried one = trials.carryOut(String.valueOf(tried.size() + 1), trial, copy);
      tried.add(one);
      if (one.end() != Tried.End.GREEN) {
        break;
      }
    }
    return new Result(fingerprint, Checkout.commit(Path.of("").toAbsolutePath()), tried);
  }

  private static Trials trials(WrongSetting setting) {
    return new Trials(PLACE + "/" + setting.name());
  }

  private static String fingerprint(WrongSetting setting, Path copy) {
    return Fingerprint.of(
        List.of(copy),
        setting.trials().stream()
            .flatMap(trial -> Stream.of(trial.scenario(), text(trial.feature())))
            .toArray(String[]::new));
  }

  private static String text(String feature) {
    try {
      return Files.readString(FEATURES.resolve(feature));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Row row(WrongSetting setting) {
    return register
        .of(setting)
        .map(result -> row(setting, result))
        .orElseGet(() -> new Row(setting, Fate.NOT_TRIED, List.of()));
  }

  private static Row row(WrongSetting setting, Result result) {
    List<Tried> tried = result.tried();
    String last = String.valueOf(tried.size());
    boolean logged =
        tried.isEmpty()
            || tried.size() > setting.trials().size()
            || trials(setting).logged(last, setting.trials().get(tried.size() - 1).logged());
    return new Row(setting, Fate.of(setting, tried, logged), tried);
  }

  /** All of every part, as far as they have been tried. */
  private synchronized void writeTable() {
    List<Row> rows = settings.all().stream().map(this::row).toList();
    try {
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve("wrong-settings.md"), markdown(table(rows).in(Language.chosen())));
      RecordJson.mapper().writeValue(directory.resolve("wrong-settings.json").toFile(), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static MessageTable table(List<Row> rows) {
    return new MessageTable(
        List.of(
            Message.of("matrix.part"),
            Message.of("matrix.name"),
            Message.of("matrix.what"),
            Message.of("matrix.became"),
            Message.of("matrix.scenario"),
            Message.of("matrix.step"),
            Message.of("matrix.reason"),
            Message.of("matrix.seconds")),
        rows.stream().map(Row::cells).toList());
  }

  static String markdown(Table table) {
    StringBuilder text = new StringBuilder();
    line(text, table.columns());
    line(text, table.columns().stream().map(column -> "---").toList());
    table.rows().forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    cells.forEach(cell -> text.append("| ").append(cell.replace("|", "\\|")).append(' '));
    text.append("|\n");
  }

  /** Those that are not as they are expected to be. */
  public static List<String> surprises(List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.outcome().good())
        .map(row -> Message.joined(", ", row.cells()).toString())
        .toList();
  }
}
