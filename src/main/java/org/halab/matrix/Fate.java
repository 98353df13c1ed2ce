package org.halab.matrix;

import java.util.List;
import java.util.Optional;

/** What became of a wrong setting. */
public enum Fate {
  /** A scenario is red, at the step and for the reason that were written down beforehand. */
  CAUGHT,
  /** A scenario is red, for another reason: perhaps it would be red with any setting. */
  RED_OTHERWISE,
  /** No scenario is red, and it was written down why. */
  EXPLAINED,
  /** No scenario is red, and nobody knows why. */
  SURVIVED,
  /** It could not be tried. */
  BROKE_OFF,
  NOT_TRIED;

  /**
   * @param tried what came of the setting's trials, in their order, as far as they were carried out
   * @param logged whether the cluster of the last one has logged what it was to
   */
  static Fate of(WrongSetting setting, List<Tried> tried, boolean logged) {
    Optional<Tried> red = tried.stream().filter(Tried::red).findFirst();
    if (red.isPresent()) {
      Trial trial = setting.trials().get(tried.indexOf(red.get()));
      return trial.expects(red.get()) && logged ? CAUGHT : RED_OTHERWISE;
    }
    if (tried.stream().anyMatch(one -> one.end() != Tried.End.GREEN)) {
      return BROKE_OFF;
    }
    if (tried.size() < setting.trials().size()) {
      return NOT_TRIED;
    }
    return setting.survives().isEmpty() ? SURVIVED : EXPLAINED;
  }

  /** Whether it is as it was expected. */
  boolean good() {
    return this == CAUGHT || this == EXPLAINED;
  }
}
