package org.halab.incident;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.halab.cluster.Cluster;
import org.halab.cluster.Condition;
import org.halab.timing.InParallel;

/** Looks whether a cluster is well, by all that must hold. */
public final class Checkup {
  private final Cluster cluster;
  private final List<Condition> conditions;

  public Checkup(Plant plant) {
    this(plant.cluster(), Wellness.conditions(plant.experiment()));
  }

  Checkup(Cluster cluster, List<Condition> conditions) {
    this.cluster = cluster;
    this.conditions = conditions;
  }

  /**
   * What does not hold now; nothing if all is well. All is looked at at once: of what does not
   * answer each look waits for itself.
   */
  public List<NotWell> look() {
    Map<Integer, NotWell> found = new ConcurrentHashMap<>();
    InParallel.forEach(
        IntStream.range(0, conditions.size()).boxed().toList(),
        i -> look(conditions.get(i), seen -> found.put(i, seen)));
    return IntStream.range(0, conditions.size())
        .filter(found::containsKey)
        .mapToObj(found::get)
        .toList();
  }

  private void look(Condition condition, Consumer<NotWell> found) {
    try {
      Condition.Seen seen = condition.look().at(cluster);
      if (!seen.holds()) {
        found.accept(new NotWell(condition.words(), oneLine(seen.toString())));
      }
    } catch (Exception | AssertionError e) {
      found.accept(new NotWell(condition.words(), oneLine(String.valueOf(e.getMessage()))));
    }
  }

  /**
   * What does not hold, now or one round of Patroni later: what is put back by somebody, or by the
   * cluster itself, is not mended.
   *
   * @param allWell told after the first look, if nothing was missing
   */
  public List<NotWell> lookTwice(Runnable allWell) {
    List<NotWell> first = look();
    if (!first.isEmpty()) {
      return first;
    }
    allWell.run();
    cluster.waits().out(cluster.settings().loopWait());
    return look();
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " / ");
  }
}
