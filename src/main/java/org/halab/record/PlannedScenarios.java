package org.halab.record;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.query.Lineage;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;
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
    Repository repository =
        Repository.builder()
            .feature(Repository.RepositoryFeature.INCLUDE_GHERKIN_DOCUMENTS, true)
            .build();
    GherkinParser parser = GherkinParser.builder().includeSource(false).build();
    try (Stream<Path> files = Files.walk(features)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".feature")).sorted().toList()) {
        parser.parse(file).forEach(repository::update);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Query query = new Query(repository);
    return query.findAllPickles().stream()
        .filter(
            pickle ->
                feature(query, pickle).map(Feature::getLanguage).equals(Optional.of(language)))
        .filter(pickle -> pickle.getTags().stream().noneMatch(one -> one.getName().equals(SERIES)))
        .map(pickle -> planned(query, pickle))
        .toList();
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
