package org.halab.fault;

import java.sql.SQLException;
import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.deploy.Project;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.fault.NodeProcesses.Process;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * The stream from the leader to its replica takes longer each way, by a relay beside the replica
 * that keeps what passes for a while: for kernels that cannot delay packets. The replica's
 * connections are led to it, and the one that is open is ended, for it would go on past it. It ends
 * by itself, whatever becomes of this program.
 */
public final class LinkRelayed implements FaultAction {
  private static final int PORT = 15432;

  /** The relay's own connections begin at these ports; no other does. */
  private static final int OWN_PORTS = 61_000;

  /** Longer than any scenario needs it. */
  private static final int ENDS_AFTER_SECONDS = 300;

  private static final String FILE = "/tmp/lab-relay";

  /** Each piece is sent on when its time has come, and those behind it after it. */
  private static final String RELAY =
      """
      import asyncio, itertools, sys
      port, host, to, own, delay, life = sys.argv[1:]
      own = itertools.count(int(own))
      async def pump(reader, writer):
          queue, loop = asyncio.Queue(), asyncio.get_running_loop()
          async def send():
              while True:
                  due, data = await queue.get()
                  await asyncio.sleep(max(0, due - loop.time()))
                  if not data:
                      writer.close()
                      return
                  writer.write(data)
          sender = asyncio.create_task(send())
          try:
              while data := await reader.read(65536):
                  queue.put_nowait((loop.time() + float(delay), data))
          except OSError:
              pass
          queue.put_nowait((loop.time() + float(delay), b""))
          await sender
      async def relay(reader, writer):
          try:
              there = await asyncio.open_connection(host, int(to), local_addr=("0.0.0.0", next(own)))
          except OSError:
              writer.close()
              return
          await asyncio.gather(pump(reader, there[1]), pump(there[0], writer))
      async def main():
          await asyncio.start_server(relay, "127.0.0.1", int(port))
          await asyncio.sleep(float(life))
      asyncio.run(main())
      """;

  private final Cluster cluster;
  private final Project project;
  private final Node leader;
  private final Site.Peer peer;
  private final ServiceContainer replica;
  private final String member;
  private final NodeProcesses processes;
  private final int milliseconds;
  private String rule = "";

  LinkRelayed(Site site, int milliseconds) {
    this.cluster = site.cluster();
    this.project = site.project();
    this.leader = site.leaderNode();
    this.peer = site.leaderPeer();
    this.replica = site.synchronousStandby();
    this.member = site.standbyNode().member();
    this.processes = new NodeProcesses(replica);
    this.milliseconds = milliseconds;
  }

  @Override
  public Message done() {
    return Message.of("fault.relayed").with("delay", milliseconds);
  }

  @Override
  public void inflict() {
    String address = peer.container().details().addresses().get(0);
    replica.output(
        "bash",
        "-c",
        "printf %%s \"$0\" > %1$s && { setsid python3 %1$s \"$@\" > /dev/null 2>&1 < /dev/null & }"
            .formatted(FILE),
        RELAY,
        String.valueOf(PORT),
        address,
        String.valueOf(peer.port()),
        String.valueOf(OWN_PORTS),
        String.valueOf(milliseconds / 1000.0),
        String.valueOf(ENDS_AFTER_SECONDS));
    rule =
        "OUTPUT -p tcp -d %s --dport %d ! --sport %d:65535 -j DNAT --to-destination 127.0.0.1:%d"
            .formatted(address, peer.port(), OWN_PORTS, PORT);
    project.inNetwork(replica, "iptables -w 5 -t nat -I " + rule);
    endStream(leader);
  }

  /** The stream comes from the relay, and what the replica says it has written is as late. */
  @Override
  public boolean inEffect() {
    return streams(
            "client_port >= %d AND flush_lag >= '%d ms'".formatted(OWN_PORTS, 2 * milliseconds))
        == 1;
  }

  @Override
  public Deadline inEffectWithin(Deadlines deadlines) {
    return deadlines.orderCarriedOut();
  }

  @Override
  public void heal() {
    if (!rule.isEmpty() && replica.running()) {
      project.inNetwork(replica, "iptables -w 5 -t nat -D %s 2>/dev/null || true".formatted(rule));
    }
    relay().ifPresent(one -> processes.signal(one, "TERM"));
  }

  private Optional<Process> relay() {
    return replica.running()
        ? processes.commanded("\\S*python3 " + FILE + " .*")
        : Optional.empty();
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.orderCarriedOut();
  }

  @Override
  public boolean healed() {
    return relay().isEmpty() && streams("client_port < " + OWN_PORTS) == 1;
  }

  private void endStream(Node from) {
    ask(from, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_replication WHERE true");
  }

  private long streams(String which) {
    return ask(cluster.leader(), "SELECT count(*) FROM pg_stat_replication WHERE " + which);
  }

  private long ask(Node node, String sql) {
    try {
      return Long.parseLong(
          cluster.sql(node).query(sql + " AND application_name = '" + member + "'").value());
    } catch (SQLException e) {
      throw new IllegalStateException(node + " does not tell of its streams", e);
    }
  }
}
