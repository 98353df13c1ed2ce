package org.halab.fault;

import java.sql.SQLException;
import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * PostgreSQL started by hand on the data of a leader that was replaced: its Patroni hangs, its
 * PostgreSQL crashed, another node leads, and then somebody starts what is down, as one would
 * without Patroni. Healed by letting Patroni go on; the rest is its matter.
 */
public final class StartedByHand implements FaultAction {
  public static final NamedFault ON_OLD_LEADER =
      NamedFault.of(
          "PostgreSQL is started by hand on the data of a leader that was replaced",
          StartedByHand::new,
          Bounds::crash);

  /** Where what it says is in the container's log. */
  private static final String LOG = "/proc/1/fd/1";

  private final Site site;
  private final Cluster cluster;
  private final Node node;
  private final ServiceContainer container;
  private final NodeProcesses processes;
  private Process crashed;

  private StartedByHand(Site site) {
    this.site = site;
    this.cluster = site.cluster();
    this.node = site.leaderNode();
    this.container = site.leader();
    this.processes = new NodeProcesses(container);
  }

  @Override
  public Message done() {
    return Message.of("fault.startedByHand").with("node", node.service());
  }

  @Override
  public void inflict() {
    Deadline replaced = cluster.deadlines().crashFailover();
    processes.signal(running(processes.patroni(), "Patroni"), "STOP");
    crashed = running(processes.postmaster(), "PostgreSQL");
    processes.signal(crashed, "KILL");
    cluster
        .waits()
        .until(
            replaced,
            Message.of("fault.wait.replaced").with("node", node.service()),
            () ->
                site.replicaNodes().stream()
                    .anyMatch(one -> cluster.patroni(one).passes("/primary")),
            replacedNow -> replacedNow);
    String programs = crashed.command().split("postgres ", 2)[0];
    container.output(programs + "pg_ctl", "-D", site.dataDirectory(node), "-w", "-l", LOG, "start");
  }

  private Process running(Optional<Process> found, String what) {
    return found.orElseThrow(
        () -> new IllegalStateException("No %s runs on %s".formatted(what, node.service())));
  }

  /** It runs, Patroni did not start it and does not see it, and it takes itself for a primary. */
  @Override
  public boolean inEffect() {
    return startedByHand()
        && processes.patroni().filter(one -> one.state().equals("T")).isPresent()
        && inRecovery().equals("f");
  }

  /** Patroni gives its PostgreSQL the most important settings in the command. */
  private boolean startedByHand() {
    return crashed != null
        && processes
            .postmaster()
            .filter(one -> one.started() > crashed.started() && !one.command().contains(" --"))
            .isPresent();
  }

  @Override
  public void heal() {
    processes
        .patroni()
        .filter(one -> one.state().equals("T"))
        .ifPresent(one -> processes.signal(one, "CONT"));
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.standbyAssigned();
  }

  @Override
  public boolean healed() {
    return !startedByHand() && inRecovery().equals("t");
  }

  private String inRecovery() {
    try {
      return cluster.sql(node).query("SELECT pg_is_in_recovery()").value();
    } catch (SQLException e) {
      return "";
    }
  }
}
