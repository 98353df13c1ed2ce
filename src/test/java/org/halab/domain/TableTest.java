package org.halab.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table cities =
      new Table(List.of("id", "name"), List.of(List.of("1", "Moscow"), List.of("2", "Tomsk")));

  @Test
  void printsAsPsqlDoes() {
    assertThat(cities.toString())
        .isEqualTo(
            """
             id | name
            ----+--------
             1  | Moscow
             2  | Tomsk
            (2 rows)""");
  }

  @Test
  void oneRowIsNotRows() {
    assertThat(new Table(List.of("n"), List.of(List.of("1"))).toString()).endsWith("(1 row)");
  }

  @Test
  void givesAColumn() {
    assertThat(cities.column("name")).containsExactly("Moscow", "Tomsk");
    assertThatThrownBy(() -> cities.column("river")).hasMessageContaining("No column 'river'");
  }

  @Test
  void givesTheOnlyValue() {
    assertThat(new Table(List.of("count"), List.of(List.of("7"))).value()).isEqualTo("7");
    assertThatThrownBy(cities::value).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void differsWhereTheOrderOfRowsDoes() {
    Table reversed =
        new Table(cities.columns(), List.of(cities.rows().get(1), cities.rows().get(0)));
    assertThat(reversed).isNotEqualTo(cities);
  }
}
