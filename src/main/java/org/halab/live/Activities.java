package org.halab.live;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.halab.cluster.Cluster;
import org.halab.experiment.Experiment;
import org.halab.timing.WaitListener;
import org.halab.timing.Waiting;

/** What every feature under way is at. A feature stays on one thread, and is known by it. */
public final class Activities implements WaitListener {
  private static final Activities OF_THIS_RUN = new Activities();

  private final Map<Thread, Activity> underWay = new ConcurrentHashMap<>();

  Activities() {}

  public static Activities ofThisRun() {
    return OF_THIS_RUN;
  }

  public void scenario(String feature, String scenario) {
    underWay
        .computeIfAbsent(Thread.currentThread(), thread -> new Activity())
        .scenario(feature, scenario);
  }

  /** What this thread's feature carries out now; empty words between steps. */
  public void step(String words) {
    here(activity -> activity.step(words));
  }

  /** The cluster that this thread's scenario works with from now on. */
  public void cluster(Cluster cluster) {
    here(activity -> activity.cluster(cluster));
  }

  /** What watches that cluster from now on. */
  public void experiment(Experiment begun) {
    here(activity -> activity.experiment(begun));
  }

  /** This thread's scenario ended, and none is under way here until the next begins. */
  public void ended() {
    underWay.remove(Thread.currentThread());
  }

  @Override
  public void begins(Waiting waiting) {
    here(activity -> activity.begins(waiting));
  }

  @Override
  public void ends(Waiting waiting) {
    here(activity -> activity.ends(waiting));
  }

  /** In no order that would mean something, but in the same one each time. */
  public List<Glimpse> glimpses() {
    return all().stream().map(Activity::glimpse).toList();
  }

  /** The same, with what each works with. */
  public List<Scene> scenes() {
    return underWay.entrySet().stream()
        .map(one -> one.getValue().scene(one.getKey().getId()))
        .sorted(Comparator.comparing(Scene::id))
        .toList();
  }

  List<Activity> all() {
    return underWay.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Thread::getId)))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Waits of threads that run no feature concern nobody. */
  private void here(Consumer<Activity> change) {
    Activity activity = underWay.get(Thread.currentThread());
    if (activity != null) {
      change.accept(activity);
    }
  }
}
