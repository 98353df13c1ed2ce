package org.halab.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.halab.engine.Engine;
import org.halab.engine.RunIdentity;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.InParallel;
import org.halab.timing.Wait;

/**
 * Three hosts that the run starts for itself: namespaces of this machine, on one bridge, with an
 * engine in each. Whatever becomes of the run, they bear its name, and the next run finds them by
 * that: see {@link HostsLeftovers}.
 */
public final class OwnHosts implements Hosts {
  /** Who started them: a file among their disks. */
  static final String RUN = "run";

  private static final Deadline STARTED =
      new Deadline(
          Message.of("hosts.started"), Duration.ofSeconds(60), Message.of("hosts.started.why"));

  private final String name;
  private final HostsScript script;
  private final Engine engine;
  private final Wait waits = new Wait(() -> "");
  private String subnet;

  /**
   * @param name of the hosts and of all that belongs to them
   * @param dockerDirectory the lab's own docker files
   * @param engine of this machine
   */
  public OwnHosts(String name, Path dockerDirectory, Engine engine) {
    this.name = name;
    this.script = new HostsScript(dockerDirectory, engine, name);
    this.engine = engine;
  }

  @Override
  public List<Host> start(Collection<String> images) {
    sign();
    connect();
    List<Host> hosts =
        IntStream.rangeClosed(1, COUNT)
            .mapToObj(one -> new Host(one, subnet + "." + one, script.engineOf(one)))
            .toList();
    InParallel.forEach(hosts, host -> boot(host, List.copyOf(images)));
    return hosts;
  }

  private void boot(Host host, List<String> images) {
    boolean have = script.images(host.number(), images);
    powerOn(host);
    if (!have) {
      images.forEach(image -> host.load(image, engine));
    }
  }

  /** Before anything else is there: who finds the rest must be told whose it is. */
  private void sign() {
    try {
      Files.createDirectories(script.disk());
      Files.writeString(script.disk().resolve(RUN), RunIdentity.current().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("The hosts' disks cannot be made", e);
    }
  }

  /** Two runs that choose at once are told apart by chance alone. */
  private void connect() {
    synchronized (OwnHosts.class) {
      subnet = FreeSubnet.among(FreeSubnet.ofThisMachine(), ThreadLocalRandom.current());
      script.network(subnet);
    }
  }

  @Override
  public Optional<Message> untouchable() {
    return Optional.empty();
  }

  @Override
  public void powerOff(Host host) {
    script.powerOff(host.number());
  }

  @Override
  public void powerOn(Host host) {
    script.start(subnet, host.number());
    waits.until(STARTED, Message.of("hosts.wait.engine").with("host", host), host::answers);
  }

  @Override
  public void cut(Host host) {
    script.cut(host.number());
  }

  @Override
  public void mend(Host host) {
    script.mend(host.number());
  }

  @Override
  public void part(Host one, Host other) {
    script.part(one.number(), other.number());
  }

  @Override
  public void join(Host one, Host other) {
    script.join(one.number(), other.number());
  }

  @Override
  public boolean reaches(Host one, Host other, int port) {
    return script.reaches(one.number(), other.address(), port);
  }

  @Override
  public void close() {
    script.clear();
  }

  @Override
  public String toString() {
    return name;
  }
}
