package org.halab.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.halab.report.model.RecordJson;

/** What came of wrong settings, kept on disk: a run that was cut off goes on where it was. */
final class Register {
  private static final String FILE = "result.json";

  private final Path directory;

  /**
   * @param directory that has a directory for each wrong setting
   */
  Register(Path directory) {
    this.directory = directory;
  }

  Optional<Result> of(WrongSetting setting) {
    Path file = file(setting);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(RecordJson.mapper().readValue(file.toFile(), Result.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void keep(WrongSetting setting, Result result) {
    try {
      Files.createDirectories(file(setting).getParent());
      RecordJson.mapper().writeValue(file(setting).toFile(), result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(WrongSetting setting) {
    return directory.resolve(setting.name()).resolve(FILE);
  }
}
