package org.halab.guard;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.halab.message.Message;

/** Reads a file of the project, if it is a plain one of a size that a person would write. */
final class PlainText {
  private final Inside project;
  private final Refusals refusals;

  PlainText(Inside project, Refusals refusals) {
    this.project = project;
    this.refusals = refusals;
  }

  /** Empty, and the refusal is noted, if it may not or cannot be read. */
  Optional<String> read(Path file, String place, String key, long mostBytes) {
    if (!project.holds(file)) {
      refusals.reaches(place, key, project.name(file));
      return Optional.empty();
    }
    String name = project.name(file);
    try {
      // A named pipe would be waited for, a device read for ever.
      if (!Files.isRegularFile(file)) {
        refusals.unreadable(place, Message.of("guard.noFile").with("file", name));
      } else if (Files.size(file) > mostBytes) {
        refusals.exceeds(
            place,
            Message.of("guard.longFile")
                .with("file", name)
                .with("size", Files.size(file))
                .with("most", mostBytes));
      } else {
        return Optional.of(Files.readString(file));
      }
    } catch (CharacterCodingException e) {
      refusals.unreadable(place, Message.of("guard.notUtf8").with("file", name));
    } catch (IOException e) {
      refusals.unreadable(place, Message.of("guard.noFile").with("file", name));
    }
    return Optional.empty();
  }
}
