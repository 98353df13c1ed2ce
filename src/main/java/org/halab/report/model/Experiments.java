package org.halab.report.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT);

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
    String feature = experiment.feature().replaceAll(".*/|\\.feature$", "");
    String stem = feature + "-" + experiment.line();
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(stem + ".json");
      for (int number = 2; Files.exists(file); number++) {
        file = directory.resolve(stem + "-" + number + ".json");
      }
      return Files.writeString(file, JSON.writeValueAsString(experiment));
    } catch (IOException e) {
      throw new UncheckedIOException("The experiment's record cannot be written", e);
    }
  }

  static Experiment read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Experiment.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The record of an experiment cannot be read: " + file, e);
    }
  }
}
