package org.halab.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.options.Option;
import org.halab.options.Options;

/** The directory where a run is to be kept: who cannot have it is told before an hour's run. */
final class HistoryPlace {
  private HistoryPlace() {}

  /**
   * @throws LabException if runs cannot be kept there, or this one is none to be kept
   */
  static void require(Options options) {
    Path directory = options.history().orElseThrow();
    if (options.foreignProject() || options.projects().isPresent()) {
      throw complaint(Message.of("selection.history.foreign"), directory);
    }
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw complaint(Message.of("selection.history.file"), directory);
    }
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "writable", ""));
    } catch (IOException e) {
      throw complaint(Message.of("selection.history.unwritable").with("reason", e), directory);
    }
  }

  private static LabException complaint(Message why, Path directory) {
    return new LabException(
        Message.of("selection.history")
            .with("property", Option.HISTORY.property())
            .with("directory", directory)
            .with("why", why));
  }
}
