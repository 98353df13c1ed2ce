package org.halab.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.halab.engine.DiskUse;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.timing.DaemonThreads;

/**
 * Ends a project that fills the disk. Neither containers nor volumes have a limit of their own on
 * the usual engine (only overlay2 on xfs with quotas knows one, and for containers alone), so this
 * looks, and is late by what is written between two looks.
 */
public final class DiskWatch {
  /**
   * In bytes, of a whole project. The guide's has a quarter of a gigabyte; three nodes may each
   * keep a gigabyte of WAL, as PostgreSQL does by default before it removes any.
   */
  static final long LIMIT = 4L << 30;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** Looking at the free space costs nothing, counting a project's files does. */
  static final long WORTH_COUNTING = 256L << 20;

  static final Duration LONGEST_UNCOUNTED = Duration.ofSeconds(30);
  private static final Duration LAST_LOOK = Duration.ofSeconds(60);
  private static final int MOST_NAMED = 5;

  private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();

  /**
   * Watches a project until it is closed.
   *
   * @param use of the project
   */
  public AutoCloseable over(DiskUse use) {
    ScheduledExecutorService looks =
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("watches the disk"));
    Watched watched = new Watched(use);
    looks.scheduleWithFixedDelay(watched, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    return () -> {
      looks.shutdown();
      // A count that is under way has a container of its own, which must be gone with the others.
      looks.awaitTermination(LAST_LOOK.toSeconds(), TimeUnit.SECONDS);
    };
  }

  /** Of the projects that were ended, one each. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether a project's files are to be counted again. */
  static final class Due {
    private OptionalLong free = OptionalLong.empty();
    private Instant counted = Instant.EPOCH;

    /**
     * @param now bytes that are free now, if that can be seen
     */
    boolean at(OptionalLong now, Instant time) {
      boolean less =
          now.isPresent()
              && free.isPresent()
              && free.getAsLong() - now.getAsLong() >= WORTH_COUNTING;
      boolean due = less || counted.plus(LONGEST_UNCOUNTED).isBefore(time);
      if (due) {
        counted = time;
        free = now;
      }
      return due;
    }
  }

  private final class Watched implements Runnable {
    private final DiskUse use;
    private final Due due = new Due();
    private boolean told;

    Watched(DiskUse use) {
      this.use = use;
    }

    @Override
    public void run() {
      try {
        if (due.at(use.free(), Instant.now())) {
          judge(use.written());
        }
      } catch (RuntimeException e) {
        // The engine may be busy, or the project on its way out: the next look may do.
      }
    }

    private void judge(Map<String, Long> written) {
      if (written.values().stream().mapToLong(Long::longValue).sum() > LIMIT) {
        use.end();
        if (!told) {
          told = true;
          findings.add(finding(written));
        }
      }
    }
  }

  static Finding finding(Map<String, Long> written) {
    List<String> most =
        written.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_NAMED)
            .map(one -> one.getKey() + ": " + (one.getValue() >> 20) + " MB")
            .toList();
    return new Finding(
        "fills-the-disk",
        Severity.FATAL,
        Set.of(Item.DEPLOYED),
        List.of(),
        most,
        Message.of("guard.disk").with("gigabytes", LIMIT >> 30),
        Optional.of(
            new Hint(
                Message.of("guard.disk.look"),
                Message.of("guard.disk.change"),
                Message.of("guard.disk.try"))));
  }
}
