package org.halab.walkthrough;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.Guess;
import org.halab.domain.Guess.Leads;
import org.halab.message.Message;

/** Asks before a fault what will come of it. Enter leaves a question open. */
final class Guessing {
  private static final Pattern SECONDS =
      Pattern.compile("(\\d{1,4}([.,]\\d{1,3})?)\\s*(s|sec|с|сек)?\\.?");
  private static final Message SKIP = Message.of("walkthrough.guess.skip");

  private final Answers answers;
  private final Screen screen;

  Guessing(Answers answers, Screen screen) {
    this.answers = answers;
    this.screen = screen;
  }

  /** Empty if both questions were left open, or the input ended. */
  Optional<Guess> ask() {
    screen.print("      " + Message.of("walkthrough.guess.why"));
    Optional<Leads> leads = ask(Message.of("walkthrough.guess.leads"), Guessing::leads);
    Optional<Duration> outage = ask(Message.of("walkthrough.guess.outage"), Guessing::seconds);
    return Optional.of(new Guess(leads, outage)).filter(guess -> !guess.isEmpty());
  }

  private <T> Optional<T> ask(Message question, Function<String, Optional<T>> read) {
    while (true) {
      screen.ask("      " + screen.dim(question.toString()) + " > ");
      String line = next();
      if (line == null || line.isBlank()) {
        return Optional.empty();
      }
      Optional<T> answer = read.apply(line.strip().toLowerCase(Locale.ROOT));
      if (answer.isPresent()) {
        return answer;
      }
      screen.print("      " + Message.of("walkthrough.guess.not").with("answer", line.strip()));
    }
  }

  private String next() {
    try {
      String line = answers.next(SKIP);
      if (line == null || line.equals(Answers.ELSEWHERE)) {
        screen.print("");
      }
      return line;
    } catch (IOException e) {
      return null;
    }
  }

  private static Optional<Leads> leads(String answer) {
    return switch (answer) {
      case "1" -> Optional.of(Leads.SAME);
      case "2" -> Optional.of(Leads.OTHER);
      case "3" -> Optional.of(Leads.NOBODY);
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> seconds(String answer) {
    Matcher matcher = SECONDS.matcher(answer);
    return matcher.matches()
        ? Optional.of(
            Duration.ofMillis(
                Math.round(Double.parseDouble(matcher.group(1).replace(',', '.')) * 1000)))
        : Optional.empty();
  }
}
