package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * What one container may use. They are limits and no reservations: what a lab needs is far below,
 * and what goes wild harms itself alone.
 */
final class ServiceLimits {
  /**
   * In bytes. PostgreSQL has 128 MB of shared buffers by default and a few megabytes for each of
   * its 100 connections, Patroni some 60 MB; ZooKeeper's JVM takes up to 512 MB of heap in the
   * guide's image, and a third of that beside it. Files in a tmpfs and in /dev/shm count as memory.
   */
  static final long MEMORY = 1L << 30;

  /** In bytes; Docker gives 64 MB. PostgreSQL's parallel queries meet here. */
  static final long SHARED_MEMORY = 256L << 20;

  /** One core, so that a loop in one container leaves the others theirs. */
  private static final double CPUS = 1;

  /** Threads count: a hundred connections, and a JVM's that grow with the host's cores. */
  private static final int PROCESSES = 512;

  /** An hour of Patroni's and PostgreSQL's lines has a few megabytes; who reads a log reads all. */
  private static final String LOG_FILE = "10m";

  private static final String LOG_FILES = "2";

  /** Docker gives ten seconds; PostgreSQL may need more for its last checkpoint. */
  private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

  /** Each check is a process that the engine starts, and its work counts for no container. */
  private static final Duration SHORTEST_CHECK = Duration.ofMillis(250);

  private static final int MOST_PORTS = 20;
  private static final String LOOPBACK = "127.0.0.1";

  private final Taken taken;

  ServiceLimits(Taken taken) {
    this.taken = taken;
  }

  /** A project's own limits stay where they are lower. */
  void limit(String name, ObjectNode service) {
    JsonNode limits = service.path("deploy").path("resources").path("limits");
    long memory = Math.min(memory(service.path("mem_limit")), memory(limits.path("memory")));
    service.put("mem_limit", String.valueOf(memory));
    // The same: no swap, which is the whole machine's.
    service.put("memswap_limit", String.valueOf(memory));
    service.remove("mem_reservation");
    service.put(
        "cpus", least(CPUS, service.path("cpus").asDouble(), limits.path("cpus").asDouble()));
    service.put(
        "pids_limit",
        (int)
            least(
                PROCESSES, service.path("pids_limit").asDouble(), limits.path("pids").asDouble()));
    // Compose does not take both forms with different amounts.
    if (service.path("deploy") instanceof ObjectNode deploy) {
      deploy.remove("resources");
    }
    log(service);
    sharedMemory(name, service);
    stop(name, service);
    checks(name, service.path("healthcheck"));
    ports(name, service);
  }

  private static long memory(JsonNode asked) {
    return asked.isMissingNode() || Amounts.bytes(asked) == 0
        ? MEMORY
        : Math.min(MEMORY, Amounts.bytes(asked));
  }

  private static double least(double limit, double... asked) {
    double least = limit;
    for (double one : asked) {
      least = one > 0 ? Math.min(least, one) : least;
    }
    return least;
  }

  private static void log(ObjectNode service) {
    ObjectNode log = service.putObject("logging").put("driver", "json-file");
    log.putObject("options").put("max-size", LOG_FILE).put("max-file", LOG_FILES);
  }

  private void sharedMemory(String name, ObjectNode service) {
    JsonNode asked = service.path("shm_size");
    if (!asked.isMissingNode() && Amounts.bytes(asked) > SHARED_MEMORY) {
      taken.note(Kind.REDUCED, asked, "services", name, "shm_size");
      service.put("shm_size", String.valueOf(SHARED_MEMORY));
    }
  }

  private void stop(String name, ObjectNode service) {
    JsonNode asked = service.path("stop_grace_period");
    if (asked.isTextual() && Amounts.time(asked.asText()).compareTo(LONGEST_STOP) > 0) {
      taken.note(Kind.REDUCED, asked, "services", name, "stop_grace_period");
      service.put("stop_grace_period", LONGEST_STOP.toSeconds() + "s");
    }
  }

  private void checks(String name, JsonNode check) {
    for (String key : List.of("interval", "start_interval")) {
      JsonNode asked = check.path(key);
      if (asked.isTextual() && Amounts.time(asked.asText()).compareTo(SHORTEST_CHECK) < 0) {
        taken.note(Kind.REDUCED, asked, "services", name, "healthcheck", key);
        ((ObjectNode) check).put(key, SHORTEST_CHECK.toMillis() + "ms");
      }
    }
  }

  private void ports(String name, ObjectNode service) {
    if (service.path("ports") instanceof ArrayNode ports) {
      if (ports.size() > MOST_PORTS) {
        taken.note(Kind.REDUCED, ports.get(MOST_PORTS), "services", name, "ports");
      }
      while (ports.size() > MOST_PORTS) {
        ports.remove(ports.size() - 1);
      }
      ports.forEach(port -> ((ObjectNode) port).put("host_ip", LOOPBACK));
    }
  }
}
