package org.halab.support;

import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.query.Query;
import java.net.URI;
import java.nio.file.Path;

/** Where a scenario stands, as {@code features/a.feature:8}. */
final class Places {
  private static final Path HERE = Path.of("").toAbsolutePath();

  private Places() {}

  static String of(Query query, Pickle pickle) {
    return of(
        URI.create(pickle.getUri()),
        query.findLocationOf(pickle).map(Location::getLine).orElse(0L));
  }

  static String of(URI feature, long line) {
    return path(feature) + ":" + line;
  }

  /** The path of a feature below the project's directory, with slashes. */
  static String path(URI feature) {
    Path file = feature.isAbsolute() ? Path.of(feature) : Path.of(feature.getPath());
    return HERE.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }
}
