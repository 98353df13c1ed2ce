package org.halab.deploy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.halab.domain.LabException;
import org.halab.engine.CommandResult;
import org.halab.message.Message;
import org.halab.timing.InParallel;

/**
 * Brings projects up and takes them down, with all their data. What is still up when the process
 * ends, also by Ctrl-C, goes down then.
 */
public final class Deployment {
  private static volatile boolean ending;

  private static final Set<Project> UP = ConcurrentHashMap.newKeySet();
  private static final Map<Project, AutoCloseable> WATCHES = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Deployment::downAll, "takes clusters down"));
  }

  private Deployment() {}

  /** Takes a project down at the end, also one that only builds images. */
  public static Project expected(Project project) {
    UP.add(project);
    refuseWhenEnding(project);
    return project;
  }

  /**
   * Starts all containers of a project; they need not be ready yet.
   *
   * @throws LabException if Compose fails; the message has its last lines
   */
  public static void up(Project project) {
    UP.add(project);
    refuseWhenEnding(project);
    WATCHES.computeIfAbsent(project, Project::watched);
    CommandResult result;
    try {
      result = project.up();
    } catch (RuntimeException e) {
      down(project);
      throw e;
    }
    if (!result.succeeded()) {
      down(project);
      throw new LabException(
          Message.of("deploy.upFailed")
              .with("directory", project.told(project.stack().directory().toString()))
              .with("output", project.told(result.lastLines(15)))
              .with("advice", Advice.on(result.output())));
    }
  }

  /** Removes the project's containers, networks and volumes; a second call does nothing. */
  public static void down(Project project) {
    if (UP.remove(project)) {
      remove(project);
    }
  }

  private static void endWatch(Project project) {
    AutoCloseable watch = WATCHES.remove(project);
    try {
      if (watch != null) {
        watch.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("The watch over " + project.name() + " does not end", e);
    }
  }

  private static void remove(Project project) {
    endWatch(project);
    project.remove();
    project.forgetFiles();
  }

  /** A scenario that goes on while the process ends must not start another cluster. */
  private static void refuseWhenEnding(Project project) {
    if (ending) {
      UP.remove(project);
      throw new LabException(Message.of("deploy.ending"));
    }
  }

  private static void downAll() {
    ending = true;
    InParallel.forEach(UP, Deployment::down);
  }
}
