package org.halab.record;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Features as Cucumber reads them; none of their steps is carried out. */
final class ParsedFeatures {
  private ParsedFeatures() {}

  static Query of(List<Path> files) {
    Repository repository =
        Repository.builder()
            .feature(Repository.RepositoryFeature.INCLUDE_GHERKIN_DOCUMENTS, true)
            .build();
    GherkinParser parser = GherkinParser.builder().includeSource(false).build();
    try {
      for (Path file : files) {
        parser.parse(file).forEach(repository::update);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Query(repository);
  }
}
