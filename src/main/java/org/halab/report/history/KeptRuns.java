package org.halab.report.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.report.model.RecordJson;

/**
 * A directory of kept runs, a file for each. What is in none of our forms is left as it is, and
 * told.
 */
public final class KeptRuns {
  private static final ObjectMapper JSON = RecordJson.mapper();

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path directory;
  private final List<KeptRun> runs = new ArrayList<>();
  private final List<Path> skipped = new ArrayList<>();

  private KeptRuns(Path directory) {
    this.directory = directory;
  }

  /** Those of a directory; none if it is not there yet. */
  public static KeptRuns in(Path directory) throws IOException {
    KeptRuns kept = new KeptRuns(directory);
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
          read(file).ifPresentOrElse(kept.runs::add, () -> kept.skipped.add(file));
        }
      }
    }
    return kept;
  }

  /** Empty if it is in another form, or in none. */
  private static Optional<KeptRun> read(Path file) {
    try {
      JsonNode json = JSON.readTree(file.toFile());
      return json.path("version").asInt() == KeptRun.VERSION
          ? Optional.of(JSON.treeToValue(json, KeptRun.class)).filter(KeptRuns::whole)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean whole(KeptRun run) {
    return Stream.of(
            run.started(),
            run.commit(),
            run.stack(),
            run.language(),
            run.results(),
            run.planned(),
            run.figures())
        .noneMatch(one -> one == null);
  }

  public Path directory() {
    return directory;
  }

  public List<KeptRun> runs() {
    return List.copyOf(runs);
  }

  /** The files that were not read. */
  public List<Path> skipped() {
    return List.copyOf(skipped);
  }

  /** Adds a run; one that is there already is written again, and nothing else is touched. */
  public Path keep(KeptRun run) throws IOException {
    Files.createDirectories(directory);
    Path file = place(run);
    Path whole = file.resolveSibling(file.getFileName() + ".part");
    try {
      JSON.writeValue(whole.toFile(), run);
      return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private Path place(KeptRun run) {
    String stem = NAME.format(run.started()) + (run.commit().isEmpty() ? "" : "-" + run.commit());
    Path file = directory.resolve(stem + ".json");
    for (int number = 2; Files.exists(file) && !holds(file, run); number++) {
      file = directory.resolve(stem + "-" + number + ".json");
    }
    return file;
  }

  private static boolean holds(Path file, KeptRun run) {
    return read(file)
        .filter(one -> one.started().equals(run.started()) && one.like(run))
        .isPresent();
  }
}
