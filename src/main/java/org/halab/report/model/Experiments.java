package org.halab.report.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes the records of a run's faults, as JSON. */
public final class Experiments {
  private static final ObjectMapper JSON =
      RecordJson.mapper().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private Experiments() {}

  /** The records in a directory, in the order of their faults; empty if there is no directory. */
  public static List<Experiment> in(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(Experiments::read)
          .sorted(Comparator.comparing(one -> one.fault().at()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it under a name made of the feature and the line, and a number if that is taken. */
  public static Path write(Experiment experiment, Path directory) {
    return write(text(experiment), experiment.feature(), experiment.line(), "json", directory);
  }

  /** As a file of its own holds it. */
  public static String text(Experiment experiment) {
    try {
      return JSON.writeValueAsString(experiment);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The experiment's record cannot be written", e);
    }
  }

  /** Writes something else that belongs to a scenario under such a name, too. */
  public static Path write(String text, String feature, int line, String ending, Path directory) {
    String stem = feature.replaceAll(".*/|\\.feature$", "") + "-" + line;
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(stem + "." + ending);
      for (int number = 2; Files.exists(file); number++) {
        file = directory.resolve(stem + "-" + number + "." + ending);
      }
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("The experiment's record cannot be written", e);
    }
  }

  /** One of them. */
  public static Experiment read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Experiment.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The record of an experiment cannot be read: " + file, e);
    }
  }
}
