package org.halab.walkthrough;

import java.io.BufferedReader;
import java.io.IOException;
import org.halab.message.Message;

/** Lines from the terminal, or from whatever the input is. */
record Typed(BufferedReader input) implements Answers {
  @Override
  public String next(Message enter) throws IOException {
    return input.readLine();
  }

  @Override
  public void forgetTypedAhead() throws IOException {
    while (Screen.interactive() && input.ready()) {
      input.read();
    }
  }
}
