package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as Compose and Docker write them; what cannot be read counts as without limit. */
final class Amounts {
  private static final Pattern BYTES = Pattern.compile("(\\d{1,15})\\s*([kmgt]?)i?b?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d+)?)(h|ms|us|µs|ns|m|s)");

  private Amounts() {}

  static long bytes(JsonNode amount) {
    return bytes(amount.asText());
  }

  /** As {@code 1073741824}, {@code 64m} or {@code 1gb}. */
  static long bytes(String amount) {
    Matcher bytes = BYTES.matcher(amount.strip().toLowerCase(Locale.ROOT));
    if (!bytes.matches()) {
      return Long.MAX_VALUE;
    }
    int power = bytes.group(2).isEmpty() ? 0 : 1 + "kmgt".indexOf(bytes.group(2));
    double value = Double.parseDouble(bytes.group(1)) * Math.pow(1024, power);
    return value >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) value;
  }

  /** As {@code 1m30s}. */
  static Duration time(String amount) {
    Matcher parts = TIME.matcher(amount);
    double seconds = 0;
    int read = 0;
    while (parts.find() && parts.start() == read) {
      read = parts.end();
      seconds += Double.parseDouble(parts.group(1)) * unit(parts.group(2));
    }
    return read == amount.length() && seconds < Integer.MAX_VALUE
        ? Duration.ofMillis((long) (seconds * 1000))
        : Duration.ofSeconds(Integer.MAX_VALUE);
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "h" -> 3600;
      case "m" -> 60;
      case "s" -> 1;
      case "ms" -> 1e-3;
      case "ns" -> 1e-9;
      default -> 1e-6;
    };
  }
}
