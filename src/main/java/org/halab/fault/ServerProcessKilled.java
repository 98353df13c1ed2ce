package org.halab.fault;

import java.util.function.Function;
import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * One of PostgreSQL's processes killed, but not its first. That one lives, and takes what all of
 * them share for spoilt: it ends the others and starts them anew.
 */
public final class ServerProcessKilled implements FaultAction {
  public static final NamedFault BACKEND =
      NamedFault.of(
              "a backend of the leader is killed",
              site -> ofBackend(site.leader()),
              Bounds::restartInPlace)
          .calibrated(Calibrations::restartedByItself);
  public static final NamedFault CHECKPOINTER =
      NamedFault.of(
              "the leader's checkpointer is killed",
              site -> ofCheckpointer(site.leader()),
              Bounds::restartInPlace)
          .calibrated(Calibrations::restartedByItself);
  public static final NamedFault WALRECEIVER =
      NamedFault.of(
              "the replica's walreceiver is killed",
              site -> new ServerProcessKilled(site.synchronousStandby(), Kind.WALRECEIVER),
              Site::withoutReplica)
          .calibrated(Calibrations::standbyRestartedByItself);

  private enum Kind {
    /** Of a client that came from elsewhere: Patroni's own come from the node itself. */
    BACKEND(
        "(?!walsender )\\S+ \\S+ (?!127\\.|::1)[0-9a-f.:]+\\(\\d+\\) .*",
        node -> Message.of("fault.server.backendKilled").with("node", node)),
    CHECKPOINTER(
        "checkpointer", node -> Message.of("fault.server.checkpointerKilled").with("node", node)),
    WALRECEIVER(
        "walreceiver.*", node -> Message.of("fault.server.walreceiverKilled").with("node", node));

    private final String title;
    private final Function<String, Message> done;

    Kind(String title, Function<String, Message> done) {
      this.title = title;
      this.done = done;
    }

    /** What is there once the server serves again; clients may have left for good. */
    private String sign() {
      return this == BACKEND ? CHECKPOINTER.title : title;
    }
  }

  private final ServiceContainer node;
  private final Kind kind;
  private final NodeProcesses processes;
  private Process killed;

  private ServerProcessKilled(ServiceContainer node, Kind kind) {
    this.node = node;
    this.kind = kind;
    this.processes = new NodeProcesses(node);
  }

  static FaultAction ofBackend(ServiceContainer node) {
    return new ServerProcessKilled(node, Kind.BACKEND);
  }

  static FaultAction ofCheckpointer(ServiceContainer node) {
    return new ServerProcessKilled(node, Kind.CHECKPOINTER);
  }

  @Override
  public Message done() {
    return kind.done.apply(node.service());
  }

  @Override
  public void inflict() {
    killed =
        processes
            .titled(kind.title)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No process of that kind (%s) runs on %s".formatted(kind, node.service())));
    processes.signal(killed, "KILL");
  }

  @Override
  public boolean inEffect() {
    return killed != null && !processes.runs(killed);
  }

  @Override
  public void heal() {
    // PostgreSQL's first process does
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.postgresStarted();
  }

  @Override
  public boolean healed() {
    return processes.titled(kind.sign()).filter(one -> !one.equals(killed)).isPresent();
  }
}
