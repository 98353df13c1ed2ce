package org.halab.timing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Does the same to several things at once, on threads of its own: the common pool's threads, and
 * those of whoever calls, are not to be kept waiting by an engine.
 */
public final class InParallel {
  private InParallel() {}

  /** Whether something holds for each; all are asked. */
  public static <T> boolean allMatch(Collection<T> things, Predicate<T> holds) {
    AtomicBoolean all = new AtomicBoolean(true);
    forEach(
        things,
        thing -> {
          if (!holds.test(thing)) {
            all.set(false);
          }
        });
    return all.get();
  }

  /** Ends when all are done; the first failure is thrown then. */
  public static <T> void forEach(Collection<T> things, Consumer<T> action) {
    if (things.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(things.size());
    List<Future<?>> all = new ArrayList<>();
    things.forEach(thing -> all.add(threads.submit(() -> action.accept(thing))));
    threads.shutdown();
    RuntimeException failure = null;
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        failure = e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while clearing up", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
