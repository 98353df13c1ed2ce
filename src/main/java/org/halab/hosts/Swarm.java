package org.halab.hosts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.domain.Table;
import org.halab.engine.CommandResult;
import org.halab.engine.Labels;
import org.halab.engine.RunIdentity;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.InParallel;
import org.halab.timing.Wait;

/** A swarm of hosts of which each is a manager, and the one stack that it runs. */
public final class Swarm {
  /** The label of a host, by which the file of a stack places its services. */
  public static final String LABEL = "halab.host";

  /**
   * By Swarm's own clocks, which no file of a stack changes: an election among its managers begins
   * after up to 20 s and may have to be repeated, a host that is silent is given up after 15 s, one
   * that returns joins after up to 8 s, a container is replaced after the 5 s of its delay.
   *
   * @see <a href="https://docs.docker.com/engine/swarm/raft/">Raft consensus in swarm mode</a>
   */
  public static final Deadline WHOLE =
      new Deadline(
          Message.of("hosts.whole"), Duration.ofSeconds(108), Message.of("hosts.whole.why"));

  private final Wait waits = new Wait(() -> "");
  private final String stack;
  private final Hosts hosts;
  private final List<Host> members;
  private final Map<String, Integer> places;
  private final Map<String, Map<Integer, Integer>> ports;

  /**
   * @param stack its name in the swarm
   * @param members the hosts, whose engines answer
   * @param ports those of each service that are published, each with that of its host
   * @param places the number of the host that each service of the stack is to run on
   */
  public Swarm(
      String stack,
      Hosts hosts,
      List<Host> members,
      Map<String, Integer> places,
      Map<String, Map<Integer, Integer>> ports) {
    this.ports = Map.copyOf(ports);
    this.stack = stack;
    this.hosts = hosts;
    this.members = List.copyOf(members);
    this.places = Map.copyOf(places);
  }

  public List<Host> members() {
    return members;
  }

  /** The host that a service is to run on. */
  public Host hostOf(String service) {
    return members.get(places.get(service) - 1);
  }

  /** The services that are to run on a host. */
  public List<String> servicesOf(Host host) {
    return places.entrySet().stream()
        .filter(place -> place.getValue() == host.number())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Whether none of the ports of a host that lead to what runs there takes a connection. */
  public boolean noneReached(Host host) {
    return InParallel.allMatch(portsOf(host), port -> !host.takesConnections(port));
  }

  private List<Integer> portsOf(Host host) {
    return servicesOf(host).stream()
        .flatMap(service -> ports.getOrDefault(service, Map.of()).values().stream())
        .toList();
  }

  /** Whether the one host reaches the first port of the other that leads to what runs there. */
  public boolean reaches(Host one, Host other) {
    return hosts.reaches(one, other, portsOf(other).get(0));
  }

  /** What a host's engine says of each service that is to run there. */
  public Map<String, String> states(Host host) {
    return host.services(stack);
  }

  /** Makes a swarm of hosts that are in none. */
  public void form() {
    Host first = members.get(0);
    require(first.docker(joining(first, "init")));
    String token = require(first.docker("swarm", "join-token", "-q", "manager")).output().strip();
    // One after the other: each newcomer changes who is a majority.
    for (Host other : members.subList(1, members.size())) {
      List<String> join = new ArrayList<>(List.of(joining(other, "join")));
      join.addAll(List.of("--token", token, first.address() + ":2377"));
      require(other.docker(join.toArray(String[]::new)));
    }
    for (Host one : members) {
      String label = LABEL + "=" + one.number();
      String run = Labels.RUN + "=" + RunIdentity.current();
      require(first.docker("node", "update", "--label-add", label, "--label-add", run, id(one)));
    }
  }

  private static String[] joining(Host host, String how) {
    return new String[] {
      "swarm", how, "--advertise-addr", host.address(), "--listen-addr", host.address() + ":2377"
    };
  }

  private static String id(Host host) {
    return require(host.docker("info", "--format", "{{.Swarm.NodeID}}")).output().strip();
  }

  /** Waits until each service has the container that it is to have. */
  public void awaitWhole() {
    waits.until(WHOLE, Message.of("hosts.wait.whole"), this::missing, List::isEmpty);
  }

  /** Starts the stack that these files describe, a later one over the one before it. */
  public CommandResult deploy(List<Path> files) {
    List<String> command = new ArrayList<>(List.of("stack", "deploy", "--detach=true"));
    command.addAll(List.of("--resolve-image", "never"));
    files.forEach(file -> command.addAll(List.of("-c", file.toString())));
    command.add(stack);
    return members.get(0).docker(command.toArray(String[]::new));
  }

  /**
   * From now on services publish no ports: a container beside them leads there from the same ports
   * of their hosts, so that who knows these finds them as before. Each gets a new container.
   *
   * @param image that has HAProxy
   */
  public void publishBeside(List<String> services, String image) {
    String network =
        require(
                manager()
                    .docker(
                        "network", "ls", "-q", "--filter", "label=" + Labels.STACK + "=" + stack))
            .output()
            .strip();
    for (String service : services) {
      Map<Integer, Integer> published = ports.get(service);
      List<String> update = new ArrayList<>(List.of("service", "update", "--detach=false", "-q"));
      // Without the mode it finds no port, and says nothing.
      published.forEach(
          (port, ofHost) ->
              update.addAll(
                  List.of(
                      "--publish-rm", "target=%d,published=%d,mode=host".formatted(port, ofHost))));
      update.add(Labels.inSwarm(stack, service));
      require(manager().docker(update.toArray(String[]::new)));
      require(new Door(stack, service, published).open(hostOf(service), network, image));
    }
    awaitWhole();
  }

  /** The container of a service. */
  public SwarmService service(String service) {
    return new SwarmService(this, hostOf(service), stack, service);
  }

  /** What can be done to the hosts. */
  public Hosts hosts() {
    return hosts;
  }

  /** Boots a host again, if it is off. */
  public void start(Host host) {
    if (!host.answers()) {
      hosts.powerOn(host);
    }
  }

  /** Whether a host gets new containers; those that run there stay in either case. */
  void takesNew(Host host, boolean does) {
    availability(host, does ? "active" : "pause");
  }

  /** Has the swarm stop all that runs on a host, in order. */
  public void drain(Host host) {
    availability(host, "drain");
  }

  public void activate(Host host) {
    availability(host, "active");
  }

  private void availability(Host host, String wanted) {
    Host manager = manager();
    String id = nodeId(manager, host);
    String now =
        require(manager.docker("node", "inspect", "--format", "{{.Spec.Availability}}", id))
            .output()
            .strip();
    if (!now.equals(wanted)) {
      require(manager.docker("node", "update", "--availability", wanted, id));
    }
  }

  /** By its label: its own engine may be gone. */
  private static String nodeId(Host manager, Host host) {
    String filter = "node.label=" + LABEL + "=" + host.number();
    return require(manager.docker("node", "ls", "-q", "--filter", filter)).output().strip();
  }

  void replace(String service) {
    require(
        manager()
            .docker("service", "update", "--detach", "--force", Labels.inSwarm(stack, service)));
  }

  /**
   * A member that has a say now.
   *
   * @throws IllegalStateException if none has: the swarm has no leader
   */
  private Host manager() {
    return members.stream()
        .filter(Host::answers)
        .filter(one -> one.docker("node", "ls", "-q").succeeded())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The swarm has no leader"));
  }

  /**
   * The member that leads the others.
   *
   * @throws IllegalStateException if none does
   */
  public Host leader() {
    Host manager = manager();
    String id =
        require(manager.docker("node", "ls", "--format", "{{.ManagerStatus}} {{.ID}}"))
            .output()
            .lines()
            .filter(line -> line.startsWith("Leader "))
            .map(line -> line.substring("Leader ".length()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The swarm has no leader"));
    String label = "{{index .Spec.Labels \"" + LABEL + "\"}}";
    String number =
        require(manager.docker("node", "inspect", "--format", label, id)).output().strip();
    return members.get(Integer.parseInt(number) - 1);
  }

  /** What the swarm says of its members, and of the tasks that are to run. */
  public Table nodes() {
    return table(
        List.of("host", "status", "availability", "manager"),
        "node",
        "ls",
        "--format",
        "{{.Hostname}}\t{{.Status}}\t{{.Availability}}\t{{.ManagerStatus}}");
  }

  /** Its tasks, those that ended too. */
  public Table tasks() {
    return table(
        List.of("service", "host", "state", "error"),
        "stack",
        "ps",
        "--format",
        "{{.Name}}\t{{.Node}}\t{{.CurrentState}}\t{{.Error}}",
        stack);
  }

  private Table table(List<String> columns, String... command) {
    List<List<String>> rows =
        manager()
            .docker(command)
            .output()
            .lines()
            .map(line -> List.of(line.split("\t", -1)))
            .filter(row -> row.size() == columns.size())
            .toList();
    return new Table(columns, rows);
  }

  /**
   * What keeps the swarm from being whole: it is if each member is there and can lead, one does,
   * each service has exactly one container, and those on one host reach those on the others. What
   * it says itself of its tasks is not asked: of those of a host that is gone it says for some time
   * that they run.
   */
  public List<String> missing() {
    List<String> missing = ofMembers();
    return missing.isEmpty() ? unreached() : missing;
  }

  private List<String> ofMembers() {
    Table nodes = nodes();
    Stream<String> members =
        nodes.rows().stream()
            .filter(
                row ->
                    !row.get(1).equals("Ready")
                        || !row.get(2).equals("Active")
                        || !row.get(3).matches("Leader|Reachable"))
            .map(row -> String.join(" ", row));
    Stream<String> leader =
        nodes.column("manager").contains("Leader") ? Stream.of() : Stream.of("no leader");
    return Stream.concat(Stream.concat(members, leader), containers()).toList();
  }

  private Stream<String> containers() {
    return members.stream()
        .flatMap(
            host -> {
              try {
                Map<String, Integer> running = host.running(stack);
                return servicesOf(host).stream()
                    .filter(one -> running.getOrDefault(one, 0) != 1)
                    .map(one -> one + ": " + running.getOrDefault(one, 0) + " containers");
              } catch (RuntimeException e) {
                return Stream.of(host + " does not answer");
              }
            });
  }

  /** A network of the swarm's own is between them, which may be whole later than the cables. */
  private List<String> unreached() {
    List<String> unreached = new CopyOnWriteArrayList<>();
    InParallel.forEach(
        members,
        host -> {
          List<String> others =
              places.keySet().stream().filter(one -> hostOf(one) != host).sorted().toList();
          service(servicesOf(host).get(0))
              .unreached(others)
              .forEach(one -> unreached.add(host + " does not reach " + one));
        });
    return unreached;
  }

  /** Ends the stack, the swarm and what the run put on its hosts. */
  public void end() {
    hosts.close();
  }

  private static CommandResult require(CommandResult result) {
    if (!result.succeeded()) {
      throw new LabException(Message.of("hosts.swarmFailed").with("output", result.lastLines(10)));
    }
    return result;
  }
}
