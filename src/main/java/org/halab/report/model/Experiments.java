package org.halab.report.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads the records of a run's faults. */
public final class Experiments {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

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

  static Experiment read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Experiment.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The record of an experiment cannot be read: " + file, e);
    }
  }
}
