package org.halab.timing;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the program alive: those of watches, clients and displays. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /**
   * @param name of each thread, for who reads a thread dump
   */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
