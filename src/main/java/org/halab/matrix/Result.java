package org.halab.matrix;

import java.util.List;

/**
 * What came of a wrong setting, as it is kept.
 *
 * @param fingerprint of the files and the features that it comes from
 * @param commit of the lab, as git tells it; empty where there is none
 * @param tried what came of its trials, in their order
 */
record Result(String fingerprint, String commit, List<Tried> tried) {
  Result {
    tried = List.copyOf(tried);
  }
}
