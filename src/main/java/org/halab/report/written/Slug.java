package org.halab.report.written;

import java.text.Normalizer;
import java.util.Locale;

/** Names that can be part of an address or of a file's name. */
final class Slug {
  private Slug() {}

  /** Of {@code features/tasks/leader-loss.feature:14}: {@code tasks-leader-loss-14}. */
  static String ofPlace(String place) {
    return of(place.replaceFirst("^features/", "").replace(".feature", ""));
  }

  static String of(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\d]+", "-")
        .replaceAll("^-|-$", "");
  }
}
