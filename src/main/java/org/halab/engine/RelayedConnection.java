package org.halab.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One connection to a local port that a relay leads on. Who does not take its answers holds up no
 * other connection; what waits for it is bounded.
 */
final class RelayedConnection {
  private static final int PIECE = 1 << 15;
  private static final long MOST_WAITING = 8L << 20;
  private static final int BOTH = 2;

  private final int number;
  private final Socket local;
  private final RelayFrames far;
  private final Runnable over;
  private final BlockingQueue<RelayFrames.Frame> coming = new LinkedBlockingQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicInteger ended = new AtomicInteger();

  /**
   * @param over told when neither side has any more to say
   */
  RelayedConnection(int number, Socket local, RelayFrames far, Runnable over) {
    this.number = number;
    this.local = local;
    this.far = far;
    this.over = over;
  }

  void start(int port, Executor threads) throws IOException {
    local.setTcpNoDelay(true);
    far.open(number, port);
    threads.execute(this::lead);
    threads.execute(this::answer);
  }

  /**
   * What the far side said of it. Who hears that must not write to it, which may wait to be heard:
   * those whose socket is closed here tell it.
   */
  void comes(RelayFrames.Frame frame) {
    coming.add(frame);
    if (waiting.addAndGet(frame.data().length) > MOST_WAITING) {
      breakOff();
    }
  }

  private void lead() {
    byte[] piece = new byte[PIECE];
    try {
      for (int read = local.getInputStream().read(piece);
          read >= 0;
          read = local.getInputStream().read(piece)) {
        far.write(RelayFrames.DATA, number, piece, read);
      }
      far.write(RelayFrames.END, number);
      end();
    } catch (IOException e) {
      breakOffThere();
      breakOff();
    }
  }

  private void answer() {
    try {
      OutputStream out = local.getOutputStream();
      RelayFrames.Frame frame = coming.take();
      while (frame.type() == RelayFrames.DATA) {
        out.write(frame.data());
        waiting.addAndGet(-frame.data().length);
        frame = coming.take();
      }
      if (frame.type() == RelayFrames.END) {
        local.shutdownOutput();
        end();
      } else {
        breakOff();
      }
    } catch (IOException e) {
      breakOffThere();
      breakOff();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      breakOff();
    }
  }

  private void end() throws IOException {
    if (ended.incrementAndGet() == BOTH) {
      local.close();
      over.run();
    }
  }

  private void breakOffThere() {
    try {
      far.write(RelayFrames.BROKEN, number);
    } catch (IOException e) {
      // There is no far side any more: all connections end.
    }
  }

  /** Whoever is connected learns that it was broken off, not that it ended in order. */
  void breakOff() {
    try {
      local.setSoLinger(true, 0);
      local.close();
    } catch (IOException e) {
      // It is closed already.
    }
    coming.add(new RelayFrames.Frame(RelayFrames.BROKEN, number, RelayFrames.NOTHING));
    over.run();
  }
}
