package org.halab.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.LabException;
import org.halab.domain.Node;
import org.halab.message.Message;

/**
 * A stack to deploy, as its files describe it: see {@link StackReader}.
 *
 * @param name what the features call it: {@code guide}, or the variant's name
 * @param files the Compose files, the project's own first, each later one an override
 * @param members the PostgreSQL nodes, in the order of the Compose file
 * @param dcs what keeps the leader key
 * @param entrypoints the ways in that lead to the leader; the first is the one that is meant where
 *     one is enough; none in a project that has its nodes alone
 * @param dockerfile of the nodes' image
 */
public record Stack(
    String name,
    Path directory,
    List<Path> files,
    List<PatroniNode> members,
    DcsServers dcs,
    List<EntrypointPlan> entrypoints,
    Path dockerfile) {

  /** What a file for {@code docker stack deploy} is called. */
  static final String OF_A_SWARM = "stack.yml";

  public Stack {
    files = List.copyOf(files);
    members = List.copyOf(members);
    entrypoints = List.copyOf(entrypoints);
  }

  /** Whether it is for a swarm of several hosts. */
  public boolean onSwarm() {
    return files.get(0).endsWith(OF_A_SWARM);
  }

  /** In a few words, for a report. */
  public Message described() {
    return Message.of("stack.described")
        .with("name", name)
        .with("dcs", dcs)
        .with("entrypoint", entrypoints.isEmpty() ? "-" : entrypoint());
  }

  public List<Node> nodes() {
    return members.stream().map(PatroniNode::node).toList();
  }

  public PatroniNode member(Node node) {
    return members.stream()
        .filter(one -> one.node().equals(node))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    Message.of("stack.noNode").with("node", node).with("stack", this)));
  }

  /** The settings that a node's Patroni starts with. */
  public PatroniSettings settings(Node node) {
    return member(node).settings();
  }

  /** The file of the project that holds a node's Patroni settings; the first, if it has several. */
  public Path nodeFile(Node node) {
    return member(node).files().get(0).file();
  }

  /**
   * Where clients connect.
   *
   * @throws LabException if there is nothing that leads them to the nodes; the message says what is
   *     missing
   */
  public EntrypointPlan entrypoint() {
    return entrypoints.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    Message.of("stack.noEntrypoint")
                        .with("compose", files.get(0))
                        .with("nodes", addresses().toString())
                        .with(
                            "example", "x-lab: {entrypoints: {SERVICE: {config: haproxy.cfg}}}")));
  }

  private List<String> addresses() {
    return members.stream()
        .map(one -> one.node().service() + ":" + one.settings().postgresPort())
        .toList();
  }

  /**
   * Where clients connect that know all entrypoints: the first, and the same way in of each service
   * beside it that lives by the same file. Another file may be meant for others.
   */
  public List<EntrypointPlan> everyEntrypoint() {
    return entrypoints.stream().filter(one -> one.sameAs(entrypoint())).toList();
  }

  /** All services that a cluster is made of, the nodes first. */
  public List<String> services() {
    List<String> all = new ArrayList<>(nodes().stream().map(Node::service).toList());
    all.addAll(dcs.services());
    entrypoints.stream().map(EntrypointPlan::service).distinct().forEach(all::add);
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
