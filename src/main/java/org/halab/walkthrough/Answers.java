package org.halab.walkthrough;

import java.io.IOException;
import org.halab.message.Message;

/** What a person answers where the walk stops. */
interface Answers {
  /** An answer that was not typed: the line that the walk asked in is still open. */
  String ELSEWHERE = "\n";

  /**
   * Waits for the next one.
   *
   * @param enter what an empty one does
   * @return null at the end of the input
   */
  String next(Message enter) throws IOException;

  /** An Enter too many while a step was carried out is not meant for the next one. */
  void forgetTypedAhead() throws IOException;
}
