package org.halab.hosts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.engine.Certificates;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.engine.Labels;
import org.halab.engine.Leftovers;
import org.halab.engine.RunIdentity;
import org.halab.engine.SshTunnel;
import org.halab.message.Message;
import org.halab.timing.InParallel;

/**
 * Three hosts of somebody's, whose engines are in no swarm. They are left as they were found, but
 * for the images and the bridge that Docker makes for any swarm; what a killed run left there is
 * removed when the next run begins with them.
 */
final class GivenHosts implements Hosts {
  private final List<HostAddress> addresses;
  private final Engine images;
  private final List<SshTunnel> tunnels = new ArrayList<>();

  /** Those that were found free, all of them or none. */
  private List<Host> ours = List.of();

  /**
   * @param images the engine that has the images
   */
  GivenHosts(List<HostAddress> addresses, Engine images) {
    this.addresses = List.copyOf(addresses);
    this.images = images;
  }

  @Override
  public List<Host> start(Collection<String> needed) {
    SshTunnel.clearLeft();
    List<Host> hosts = new ArrayList<>();
    for (HostAddress address : addresses) {
      hosts.add(answering(connect(hosts.size() + 1, address), address));
    }
    free(hosts);
    ours = List.copyOf(hosts);
    InParallel.forEach(ours, host -> needed.forEach(image -> give(host, image)));
    return ours;
  }

  private Host connect(int number, HostAddress address) {
    String ip = ip(address.host());
    if (!address.ssh()) {
      Path certificates = Certificates.in(System.getenv());
      return new Host(number, ip, address.toString(), Optional.of(certificates));
    }
    SshTunnel tunnel = new SshTunnel(address.uri());
    tunnels.add(tunnel);
    return new Host(number, ip, tunnel.engine());
  }

  private static Host answering(Host host, HostAddress address) {
    try {
      host.engine();
      return host;
    } catch (LabException e) {
      throw new LabException(
          Message.of("hosts.noEngine").with("address", address).with("reason", e.getMessage()), e);
    }
  }

  /** Swarm takes addresses, not names. */
  private static String ip(String host) {
    try {
      return InetAddress.getByName(host).getHostAddress();
    } catch (UnknownHostException e) {
      throw new LabException(Message.of("hosts.unknownHost").with("host", host), e);
    }
  }

  /**
   * One that is in a swarm may be somebody's, unless a run that has ended signed it. All are asked
   * before any is freed: a swarm of which two have left does not answer the third.
   */
  private void free(List<Host> hosts) {
    List<Host> abandoned = hosts.stream().filter(this::abandoned).toList();
    leaveAll(abandoned);
    hosts.forEach(host -> new Leftovers(host.engine()).clear());
  }

  private boolean abandoned(Host host) {
    String state = host.docker("info", "--format", "{{.Swarm.LocalNodeState}}").output().strip();
    if (state.equals("inactive")) {
      return false;
    }
    String label = "{{index .Spec.Labels \"" + Labels.RUN + "\"}}";
    CommandResult signature = host.docker("node", "inspect", "self", "--format", label);
    if (RunIdentity.parse(signature.output().strip()).filter(RunIdentity::ended).isEmpty()) {
      throw new LabException(
          Message.of("hosts.inSwarm")
              .with("host", addresses.get(host.number() - 1))
              .with("state", state));
    }
    return true;
  }

  private void give(Host host, String image) {
    if (!host.docker("image", "inspect", image).succeeded()) {
      host.load(image, images);
    }
  }

  /**
   * One after the other. Who leaves tells those that are there, and waits a second for the word to
   * be sent; if they go at the same time, its engine gives up, keeps the port of this talk (7946)
   * until it is restarted, and is of no use to any later swarm: no container there reaches another
   * host's.
   */
  private static void leaveAll(List<Host> hosts) {
    hosts.forEach(GivenHosts::leave);
  }

  /** Who leaves a swarm ends its containers there; the volumes stay, with the name of the stack. */
  private static void leave(Host host) {
    host.docker("swarm", "leave", "--force");
    host.docker("volume", "ls", "-q", "--filter", "label=" + Labels.STACK)
        .output()
        .lines()
        .filter(volume -> volume.startsWith("halab-"))
        .forEach(volume -> host.docker("volume", "rm", "--force", volume));
  }

  @Override
  public void powerOff(Host host) {
    throw notOurs();
  }

  @Override
  public void powerOn(Host host) {
    throw notOurs();
  }

  @Override
  public void cut(Host host) {
    throw notOurs();
  }

  @Override
  public void mend(Host host) {
    throw notOurs();
  }

  @Override
  public void part(Host one, Host other) {
    throw notOurs();
  }

  @Override
  public void join(Host one, Host other) {
    throw notOurs();
  }

  @Override
  public boolean reaches(Host one, Host other, int port) {
    throw notOurs();
  }

  @Override
  public Optional<Message> untouchable() {
    return Optional.of(Message.of("hosts.notOurs"));
  }

  private static LabException notOurs() {
    return new LabException(Message.of("hosts.notOurs"));
  }

  @Override
  public void close() {
    try {
      leaveAll(ours);
    } finally {
      ours = List.of();
      tunnels.forEach(SshTunnel::close);
      tunnels.clear();
    }
  }
}
