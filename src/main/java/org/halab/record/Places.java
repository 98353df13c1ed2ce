package org.halab.record;

import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.query.Query;
import java.net.URI;
import java.nio.file.Path;

/** Where a scenario stands, as {@code features/a.feature:8}. */
public final class Places {
  private static final Path HERE = Path.of("").toAbsolutePath();

  private Places() {}

  public static String of(Query query, Pickle pickle) {
    return of(
        URI.create(pickle.getUri()),
        query.findLocationOf(pickle).map(Location::getLine).orElse(0L));
  }

  public static String of(URI feature, long line) {
    return path(feature) + ":" + line;
  }

  /**
   * The path of a feature below the project's directory, with slashes; also where a run of another
   * checkout has named it.
   */
  public static String path(URI feature) {
    Path file = feature.isAbsolute() ? Path.of(feature) : Path.of(feature.getPath());
    String path = HERE.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
    int features = path.lastIndexOf("/features/");
    return path.startsWith("../") && features >= 0 ? path.substring(features + 1) : path;
  }
}
