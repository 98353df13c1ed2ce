package org.halab.record;

import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.query.Lineage;
import io.cucumber.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.report.model.Planned;

/** Every scenario that a whole run carries out, whether this one was asked for it or not. */
final class PlannedScenarios {
  /** What only a series runs. */
  private static final String SERIES = "@series";

  private PlannedScenarios() {}

  /**
   * @param language of the features to be counted: each scenario may be there in several
   */
  static List<Planned> in(Path features, String language) {
    Query query = ParsedFeatures.of(files(features));
    return query.findAllPickles().stream()
        .filter(
            pickle ->
                feature(query, pickle).map(Feature::getLanguage).equals(Optional.of(language)))
        .filter(pickle -> pickle.getTags().stream().noneMatch(one -> one.getName().equals(SERIES)))
        .map(pickle -> planned(query, pickle))
        .toList();
  }

  private static List<Path> files(Path features) {
    try (Stream<Path> files = Files.walk(features)) {
      return files.filter(one -> one.toString().endsWith(".feature")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Planned planned(Query query, Pickle pickle) {
    return new Planned(
        Places.of(query, pickle),
        feature(query, pickle).map(Feature::getName).orElse(""),
        pickle.getName(),
        pickle.getTags().stream().map(PickleTag::getName).map(tag -> tag.substring(1)).toList());
  }

  private static Optional<Feature> feature(Query query, Pickle pickle) {
    return query.findLineageBy(pickle).flatMap(Lineage::feature);
  }
}
