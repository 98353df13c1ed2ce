package org.halab.incident;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.halab.message.Message;

/** What is said at the prompt until all is well, or the person gives up. */
final class Dialogue {
  private final BufferedReader input;
  private final Consumer<String> ask;
  private final Consumer<String> say;
  private final Function<Runnable, List<NotWell>> checkup;
  private final Clock clock;

  /**
   * @param ask prints without an end of line
   * @param checkup tells what is not yet well; told what to do when nothing was missing at first
   */
  Dialogue(
      BufferedReader input,
      Consumer<String> ask,
      Consumer<String> say,
      Function<Runnable, List<NotWell>> checkup,
      Clock clock) {
    this.input = input;
    this.ask = ask;
    this.say = say;
    this.checkup = checkup;
    this.clock = clock;
  }

  /** Ends when all is well, and when it is given up; the end of the input gives it up. */
  Protocol over(Happened happened, Instant broken) {
    Protocol protocol = new Protocol(broken);
    while (protocol.mended().isEmpty()) {
      ask.accept(Message.of("incident.prompt") + " > ");
      String line = read();
      if (line == null) {
        say.accept("");
        return protocol;
      }
      Keyword keyword = Keyword.of(line).orElse(Keyword.HELP);
      switch (keyword) {
        case HINT -> hint(happened.hints(), protocol);
        case CHECK -> check(protocol);
        case HELP -> help(happened.hints(), protocol);
        case GIVE_UP -> {
          return protocol;
        }
      }
    }
    return protocol;
  }

  private void hint(List<Message> hints, Protocol protocol) {
    if (protocol.hints() == hints.size()) {
      say.accept(Message.of("incident.noMoreHints").toString());
      return;
    }
    Message hint = hints.get(protocol.hints());
    protocol.hint(clock.instant());
    say.accept(
        Message.of("incident.hint")
            .with("number", protocol.hints())
            .with("all", hints.size())
            .with("hint", hint)
            .with("points", Score.of(protocol.hints(), true))
            .toString());
  }

  private void check(Protocol protocol) {
    say.accept(Message.of("incident.check.looks").toString());
    Instant[] well = {clock.instant()};
    protocol.check(well[0]);
    List<NotWell> missing =
        checkup.apply(
            () -> {
              well[0] = clock.instant();
              say.accept(Message.of("incident.check.again").toString());
            });
    if (missing.isEmpty()) {
      protocol.mended(well[0]);
      return;
    }
    say.accept(Message.of("incident.check.notYet").toString());
    missing.forEach(one -> say.accept("  - " + one.told()));
  }

  private void help(List<Message> hints, Protocol protocol) {
    say.accept(
        Message.of("incident.help")
            .with("left", hints.size() - protocol.hints())
            .with("cost", Score.cost(protocol.hints() + 1))
            .toString());
  }

  private String read() {
    try {
      return input.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
