package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedTextTest {
  @Test
  void theEndIsKept() {
    BoundedText text = new BoundedText(4);
    for (String part : List.of("abc", "def", "ghij", "k")) {
      text.append(part.toCharArray(), part.length());
    }
    assertThat(text).hasToString("hijk");
  }

  @Test
  void linesAreToldWhereverTheyAreCut() {
    List<String> lines = new ArrayList<>();
    LinesTold told = new LinesTold(lines::add);
    for (String part : List.of("on", "e\r\ntwo\n", "\nlast")) {
      told.append(part.toCharArray(), part.length());
    }
    told.finish();
    assertThat(lines).containsExactly("one", "two", "", "last");
  }

  @Test
  void aLineWithoutEndIsToldWhereItBegins() {
    List<String> lines = new ArrayList<>();
    LinesTold told = new LinesTold(lines::add);
    told.append("x".repeat(100_000).toCharArray(), 100_000);
    told.finish();
    assertThat(lines).singleElement().satisfies(line -> assertThat(line).hasSize(8192));
  }
}
