package org.halab.fault;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.InParallel;

/**
 * Servers come back without anything they knew: the data of all were removed, and they were started
 * anew.
 */
public final class DataLost implements FaultAction {
  public static final NamedFault DCS =
      NamedFault.of(
          "the DCS loses its data",
          site -> new DataLost(site.dcsMembers(), site::dcsData),
          Bounds::lockLost);

  public static final NamedFault DCS_MEMBER =
      NamedFault.of(
          "a member of the DCS loses its data",
          site -> new DataLost(List.of(site.dcsFollower()), site::dcsData),
          Site::withoutDcsMember);
  public static final NamedFault DCS_LEADER =
      NamedFault.of(
          "the leader of the DCS loses its data",
          site -> new DataLost(List.of(site.dcsLeader()), site::dcsData),
          Site::withoutDcsMember);

  private final List<ServiceContainer> servers;
  private final Function<ServiceContainer, String> files;
  private List<Instant> startedBefore = List.of();
  private boolean removed;

  /**
   * @param files where each of them keeps its data
   */
  public DataLost(List<ServiceContainer> servers, Function<ServiceContainer, String> files) {
    this.servers = List.copyOf(servers);
    this.files = files;
  }

  @Override
  public Message done() {
    return Message.of("fault.dataLost")
        .with("services", servers.stream().map(ServiceContainer::service).toList())
        .with("count", servers.size());
  }

  /**
   * They hold all in memory and write it down when they end in order, so they are killed first; and
   * none may start while another still knows something.
   */
  @Override
  public void inflict() {
    startedBefore = started();
    removed = servers.stream().allMatch(one -> one.exec("rm", "-rf", files.apply(one)).succeeded());
    InParallel.forEach(servers, ServiceContainer::kill);
    InParallel.forEach(servers, one -> one.start());
  }

  @Override
  public boolean inEffect() {
    return removed && healed() && started().stream().noneMatch(startedBefore::contains);
  }

  @Override
  public void heal() {
    servers.forEach(one -> one.start());
  }

  @Override
  public boolean healed() {
    return servers.stream().allMatch(ServiceContainer::running);
  }

  private List<Instant> started() {
    return servers.stream().map(ServiceContainer::startedAt).toList();
  }
}
