package org.halab.walkthrough;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.halab.message.Message;
import org.halab.page.Pace;
import org.halab.timing.DaemonThreads;

/** Lines from the terminal, and whoever goes on at the page, whichever comes first. */
final class TypedOrPressed implements Answers {
  /** More than anybody types ahead; what is piped in waits. */
  private static final int MOST = 100;

  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>(MOST);
  private final Pace pace;

  TypedOrPressed(BufferedReader input, Pace pace) {
    this.pace = pace;
    DaemonThreads.named("reads what is typed").newThread(() -> read(input)).start();
  }

  private void read(BufferedReader input) {
    try {
      String line;
      do {
        line = line(input);
        answers.put(Optional.ofNullable(line));
      } while (line != null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(BufferedReader input) {
    try {
      return input.readLine();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public String next(Message enter) throws IOException {
    pace.stops(enter, () -> answers.offer(Optional.of(ELSEWHERE)));
    try {
      return answers.take().orElse(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      pace.goesOn();
    }
  }

  @Override
  public void forgetTypedAhead() {
    if (Screen.interactive()) {
      answers.removeIf(Optional::isPresent);
    }
  }
}
