package org.halab.standin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.halab.domain.LabException;
import org.halab.engine.CommandResult;
import org.halab.message.Message;

/**
 * Which images can be had: those that the engine has, and those that a registry gives it. An image
 * is asked for once, and so is a registry that does not answer.
 */
public final class ImageSource {
  /** A registry's first word. Where none can be reached, the engine mostly says so at once. */
  static final Duration FIRST_ANSWER = Duration.ofSeconds(20);

  /** For an image of a gigabyte on a slow line. */
  private static final Duration PULLED = Duration.ofMinutes(15);

  private static final Pattern BEGUN =
      Pattern.compile("Pulling from |Pulling fs layer|Download|Pull complete");
  private static final Pattern NONE_OF_THAT_NAME =
      Pattern.compile(
          "manifest unknown|manifest for \\S+ not found|repository does not exist|name unknown"
              + "|repository name not known|invalid reference format"
              + "|failed to resolve reference .*: not found");
  private static final Pattern NAME = Pattern.compile("[\\w][\\w./:@-]*");

  /** By its address, or on a port, it may be any service of this machine's network. */
  private static final Pattern ODD_REGISTRY =
      Pattern.compile("[^/]*:\\d+|\\d+(\\.\\d+){3}|\\[.*\\]");

  private final Predicate<String> present;
  private final Pull pull;
  private final Consumer<Message> progress;
  private final Map<String, Answer> known = new HashMap<>();
  private final Map<String, Answer> silent = new HashMap<>();

  /** The engine's command that asks a registry for an image. */
  @FunctionalInterface
  public interface Pull {
    /**
     * @param onLine told each line of the output as it comes
     * @throws LabException if it has not ended within the limit
     */
    CommandResult run(String image, Duration limit, Consumer<String> onLine);
  }

  /**
   * @param present whether the engine has an image
   */
  public ImageSource(Predicate<String> present, Pull pull, Consumer<Message> progress) {
    this.present = present;
    this.pull = pull;
    this.progress = progress;
  }

  synchronized Answer answer(String image) {
    if (!NAME.matcher(image).matches()) {
      return new Answer(Answer.Had.UNKNOWN, "");
    }
    return known.computeIfAbsent(image, this::ask);
  }

  private Answer ask(String image) {
    if (present.test(image)) {
      return Answer.YES;
    }
    String registry = Reference.of(image).registry();
    if (ODD_REGISTRY.matcher(registry).matches()) {
      return new Answer(Answer.Had.UNREACHED, registry + " is not asked");
    }
    if (silent.containsKey(registry)) {
      return silent.get(registry);
    }
    progress.accept(Message.of("standin.asking").with("registry", registry).with("image", image));
    Answer answer = pulled(image);
    if (answer.had() == Answer.Had.UNREACHED) {
      silent.put(registry, answer);
    }
    return answer;
  }

  private Answer pulled(String image) {
    AtomicBoolean begun = new AtomicBoolean();
    try {
      return judged(
          pull.run(
              image,
              FIRST_ANSWER,
              line -> {
                if (BEGUN.matcher(line).find()) {
                  begun.set(true);
                }
              }));
    } catch (LabException late) {
      return begun.get() ? pulledToTheEnd(image) : unreached(late);
    }
  }

  /** The registry answers; what it sends takes longer. */
  private Answer pulledToTheEnd(String image) {
    try {
      return judged(pull.run(image, PULLED, line -> {}));
    } catch (LabException late) {
      return unreached(late);
    }
  }

  private static Answer unreached(LabException late) {
    return new Answer(
        Answer.Had.UNREACHED, String.valueOf(late.getMessage()).lines().findFirst().orElse(""));
  }

  private static Answer judged(CommandResult result) {
    if (result.succeeded()) {
      return Answer.YES;
    }
    return new Answer(
        NONE_OF_THAT_NAME.matcher(result.output()).find()
            ? Answer.Had.UNKNOWN
            : Answer.Had.UNREACHED,
        result.lastLines(1));
  }
}
