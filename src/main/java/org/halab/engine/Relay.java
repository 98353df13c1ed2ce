package org.halab.engine;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.timing.DaemonThreads;
import org.halab.timing.Deadline;
import org.halab.timing.NotInTime;
import org.halab.timing.Wait;

/**
 * Leads ports of this machine to ports of the loopback address of an engine's machine, by a
 * container there that listens nowhere: the way is the docker command's own, its standard input and
 * output, as safe as the engine is reached. It ends with this process, however that ends, for its
 * input does. One way is enough for engines that are reached by SSH and by TLS, and costs no
 * process for a connection.
 */
final class Relay implements AutoCloseable {
  private static final String IMAGE = "debian:bookworm-slim";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String FAR_END = "relay.pl";

  /** A port that a container is published on changes with each start: those of old ones go. */
  private static final int MOST_PORTS = 200;

  private static final int MOST_UNANSWERED = 512;
  private static final int ASKED = 9;
  private static final int MOST_SAID = 4000;

  private static final Deadline OPEN =
      new Deadline(
          Message.of("engine.relay"), Duration.ofMinutes(3), Message.of("engine.relay.why"));
  private static final Duration ANSWERED = Duration.ofSeconds(10);

  private final String engine;
  private final Process process;
  private final RelayFrames far;
  private final BoundedText said = new BoundedText(MOST_SAID);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("relay to the engine"));
  private final Map<Integer, RelayedConnection> connections = new ConcurrentHashMap<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, ServerSocket> listening =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ServerSocket> eldest) {
          if (size() <= MOST_PORTS) {
            return false;
          }
          closed(eldest.getValue());
          return true;
        }
      };
  private final Duration wayThere;

  /** The process may live on for a moment. */
  private volatile boolean ended;

  /**
   * @param engine its address, for messages
   * @param command what has the far end's standard input and output
   */
  Relay(String engine, List<String> command, Map<String, String> environment) {
    this.engine = engine;
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw notThere(e.getMessage());
    }
    far = new RelayFrames(process.getOutputStream());
    Future<?> complaints = threads.submit(this::hearComplaints);
    threads.execute(this::hear);
    awaitBegin(complaints);
    wayThere = measured();
  }

  /**
   * @throws LabException if its container does not start there
   */
  static Relay to(Engine engine) {
    List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--interactive"));
    command.addAll(List.of("--label", Labels.RUN + "=" + RunIdentity.current()));
    // What goes through it is no log. It needs no rights but to connect.
    command.addAll(List.of("--log-driver", "none", "--network", "host", "--userns", "host"));
    command.addAll(List.of("--user", "65534:65534", "--cap-drop", "ALL", "--read-only"));
    command.addAll(List.of("--security-opt", "no-new-privileges"));
    command.addAll(List.of(IMAGE, "perl", "-e", farEnd()));
    return new Relay(engine.address(), command, engine.environment());
  }

  /** What runs there. */
  static String farEnd() {
    try (InputStream file = Relay.class.getResourceAsStream(FAR_END)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitBegin(Future<?> complaints) {
    try {
      new Wait(said::toString)
          .until(
              OPEN,
              Message.of("engine.wait.relay").with("address", engine),
              () -> !answers.isEmpty() || !process.isAlive());
    } catch (NotInTime e) {
      process.destroyForcibly();
      throw e;
    }
    if (answers.poll() == null) {
      awaitAll(complaints);
      throw notThere(said.toString().strip());
    }
  }

  /** The process has ended; what it said last may still be on its way. */
  private static void awaitAll(Future<?> complaints) {
    try {
      complaints.get(ANSWERED.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // What is there must do.
    }
  }

  private LabException notThere(String output) {
    return new LabException(
        Message.of("engine.noRelay").with("address", engine).with("output", output));
  }

  private LabException broken() {
    return new LabException(
        Message.of("engine.relayBroke")
            .with("address", engine)
            .with("output", said.toString().strip()));
  }

  private Duration measured() {
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      long start = System.nanoTime();
      try {
        far.write(RelayFrames.THERE, i);
        if (answers.poll(ANSWERED.toMillis(), TimeUnit.MILLISECONDS) == null) {
          throw broken();
        }
      } catch (IOException e) {
        throw broken();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw broken();
      }
      all.add(Duration.ofNanos(System.nanoTime() - start));
    }
    return all.stream().sorted().toList().get(ASKED / 2);
  }

  /** There and back, the median of some at its beginning. */
  Duration wayThere() {
    return wayThere;
  }

  /**
   * Where a port of the engine's machine can be reached from here.
   *
   * @throws LabException if the relay has ended
   */
  synchronized InetSocketAddress to(int port) {
    if (ended) {
      throw broken();
    }
    ServerSocket socket = listening.get(port);
    if (socket == null) {
      socket = listenFor(port);
      listening.put(port, socket);
    }
    return InetSocketAddress.createUnresolved(LOOPBACK, socket.getLocalPort());
  }

  private ServerSocket listenFor(int port) {
    try {
      ServerSocket socket = new ServerSocket(0, MOST_UNANSWERED, InetAddress.getByName(LOOPBACK));
      threads.execute(() -> accept(socket, port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket, int port) {
    while (!socket.isClosed()) {
      try {
        lead(socket.accept(), port);
      } catch (IOException e) {
        // It was closed, or who came has gone again.
      }
    }
  }

  private void lead(Socket local, int port) {
    int number = last.incrementAndGet();
    RelayedConnection connection =
        new RelayedConnection(number, local, far, () -> connections.remove(number));
    connections.put(number, connection);
    try {
      connection.start(port, threads);
    } catch (IOException e) {
      connection.breakOff();
    }
  }

  private void hear() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      while (true) {
        RelayFrames.Frame frame = RelayFrames.next(in);
        RelayedConnection connection = connections.get(frame.connection());
        if (frame.type() == RelayFrames.THERE) {
          answers.add(frame.connection());
        } else if (connection != null) {
          connection.comes(frame);
        }
      }
    } catch (IOException e) {
      ended = true;
      // The process's own destroy would close its streams before its last words are read.
      process.toHandle().destroy();
      connections.values().forEach(RelayedConnection::breakOff);
    }
  }

  private void hearComplaints() {
    char[] some = new char[1024];
    try (Reader printed = new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)) {
      for (int count = printed.read(some); count >= 0; count = printed.read(some)) {
        said.append(some, count);
      }
    } catch (IOException e) {
      // The process has ended: all that it said is there.
    }
  }

  private static void closed(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    process.destroyForcibly().onExit().join();
    listening.values().forEach(Relay::closed);
    threads.shutdownNow();
  }
}
