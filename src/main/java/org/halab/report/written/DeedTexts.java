package org.halab.report.written;

import org.halab.message.Language;
import org.halab.report.Deed;

/** The same words, where those for what was done are of its kind: planned work is no fault. */
final class DeedTexts extends Texts {
  private final Deed deed;

  DeedTexts(String language, Deed deed) {
    super(new Language(language));
    this.deed = deed;
  }

  @Override
  public String fault() {
    return deed.kind() == Deed.Kind.WORK ? get("chart.work") : super.fault();
  }

  @Override
  public String seconds() {
    return deed.kind() == Deed.Kind.WORK ? get("chart.seconds.work") : super.seconds();
  }

  @Override
  public String healed() {
    return deed.end().map(end -> get("chart.ended." + end)).orElseGet(super::healed);
  }
}
