package org.halab.guard;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.message.Message;

/**
 * A file of variables. Compose puts those of {@code .env} into its own environment (its source,
 * {@code setEnvWithDotEnv}), so some names there would change what Compose and its helpers do here;
 * and variables that are made of variables grow.
 */
final class EnvironmentFile {
  static final long MOST_BYTES = 64 * 1024;

  /** Of one value, when its variables have been put in. */
  private static final long MOST_CHARACTERS = 64 * 1024;

  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*[=:](.*)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");
  private static final Pattern STEERING =
      Pattern.compile(
          "DOCKER_(HOST|CONFIG|CONTEXT|CERT_PATH|TLS.*|CLI_.*|CUSTOM_HEADERS|AUTH_CONFIG"
              + "|API_VERSION|CONTENT_TRUST.*)"
              + "|COMPOSE_(ENV_FILES|EXPERIMENTAL_.*|REMOTE_.*)"
              + "|(BUILDX|BUILDKIT|GIT|LD|DYLD|SSH|SSL|OTEL|XDG)_.*|PATH|HOME|PWD|TMPDIR|GODEBUG"
              + "|(?i:(HTTPS?|ALL|NO|FTP)_PROXY)");

  private final Refusals refusals;
  private final PlainText texts;
  private final Inside project;

  EnvironmentFile(Inside project, Refusals refusals) {
    this.project = project;
    this.refusals = refusals;
    this.texts = new PlainText(project, refusals);
  }

  /**
   * The length of its longest value, in characters.
   *
   * @param steers whether Compose takes the variables for itself, as those of {@code .env}
   */
  long check(Path file, String place, String key, boolean steers) {
    String text = texts.read(file, place, key, MOST_BYTES).orElse("");
    Map<String, Long> lengths = new HashMap<>();
    String last = "";
    String opener = "";
    boolean open = false;
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      String where = project.name(file) + ":" + number;
      Matcher assignment = ASSIGNMENT.matcher(line);
      boolean assigns = assignment.matches();
      String value = assigns ? assignment.group(2) : line;
      long length = value.length() + 1 + grown(value, lengths);
      if (assigns) {
        last = assignment.group(1);
        lengths.merge(last, length, Math::max);
        if (steers && STEERING.matcher(last).matches()) {
          refusals.steers(where, last);
        }
      } else {
        lengths.merge(last, length, Long::sum);
      }
      if (open) {
        // Whether a quotation goes on here cannot be told for sure: then it counts twice.
        lengths.merge(opener, length, Long::sum);
      } else {
        opener = last;
      }
      open ^= opens(value);
      if (Math.max(lengths.get(last), lengths.getOrDefault(opener, 0L)) > MOST_CHARACTERS) {
        refusals.exceeds(
            where,
            Message.of("guard.longVariable").with("name", last).with("most", MOST_CHARACTERS));
        break;
      }
    }
    return lengths.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static long grown(String value, Map<String, Long> lengths) {
    return VARIABLE
        .matcher(value)
        .results()
        .mapToLong(variable -> lengths.getOrDefault(variable.group(1), 0L))
        .sum();
  }

  /** Whether a quotation begins in this line and ends in another, or the other way round. */
  private static boolean opens(String line) {
    return line.replaceAll("\\\\.", "").chars().filter(one -> one == '"').count() % 2 > 0;
  }
}
