package org.halab.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What Compose makes of a project's files, which it is asked once: they do not change in a run. */
public final class ResolvedOnce implements Function<List<Path>, ComposeModel> {
  private final Map<List<Path>, ComposeModel> known = new ConcurrentHashMap<>();
  private final Function<List<Path>, ComposeModel> compose;

  public ResolvedOnce(Function<List<Path>, ComposeModel> compose) {
    this.compose = compose;
  }

  /**
   * @throws org.halab.domain.LabException if Compose refuses the files; they may be mended then
   */
  @Override
  public ComposeModel apply(List<Path> files) {
    return known.computeIfAbsent(List.copyOf(files), compose);
  }
}
