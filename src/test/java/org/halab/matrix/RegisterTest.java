package org.halab.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.halab.matrix.Tried.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {
  private static final WrongSetting SETTING =
      new WrongSetting("nginx", "resolver", "what", List.of(), List.of(), "");

  @TempDir Path directory;

  @Test
  void whatIsKeptIsFoundAgain() {
    Register register = new Register(directory);
    Result result =
        new Result(
            "ab",
            "1234-dirty",
            List.of(new Tried("features/a.feature:8", "a", End.RED, "b", "c\nd", 1.5)));

    assertThat(register.of(SETTING)).isEmpty();
    register.keep(SETTING, result);
    assertThat(new Register(directory).of(SETTING)).contains(result);
  }
}
