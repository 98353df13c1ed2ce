package org.halab.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {
  @TempDir Path place;

  @Test
  void eachDirectoryIsAProjectAndNothingElse() throws IOException {
    for (String name : new String[] {"boris", "Анна", ".git"}) {
      Files.createDirectory(place.resolve(name));
    }
    Files.createFile(place.resolve("marks.csv"));

    assertThat(Roster.at(place))
        .containsExactly(
            new Entrant("boris", place.resolve("boris"), "boris"),
            new Entrant("Анна", place.resolve("Анна"), "Анна"));
  }

  @Test
  void aListNamesDirectoriesFromWhereItIs() throws IOException {
    Path one = Files.createDirectories(place.resolve("a/lab1"));
    Path other = Files.createDirectories(place.resolve("b/lab1"));
    Path third = Files.createDirectories(place.resolve("c"));
    Path list = place.resolve("class.txt");
    Files.writeString(list, "\uFEFF# the class\n\na/lab1\r\n./b/lab1\n" + third + "\nc\n");

    assertThat(Roster.at(list))
        .containsExactly(
            new Entrant(one.toString(), one, name(one)),
            new Entrant(other.toString(), other, name(other)),
            new Entrant("c", third, "c"));
  }

  @Test
  void whatNoFileSystemTakesIsNoDirectorysName() throws IOException {
    for (String name : new String[] {"a b", "a;b", "A-B", "$(id)", "..."}) {
      Files.createDirectory(place.resolve("x" + name));
    }
    assertThat(Roster.at(place))
        .extracting(Entrant::directory)
        .containsExactlyInAnyOrder("x", "x-id", "xA-B", "xa-b-2", "xa-b-3");
  }

  @Test
  void aListWithADirectoryThatIsNotThereNamesItsLine() throws IOException {
    Files.createDirectory(place.resolve("anna"));
    Path list = Files.writeString(place.resolve("class.txt"), "anna\n\nboris\n");

    assertThatThrownBy(() -> Roster.at(list))
        .isInstanceOf(LabException.class)
        .hasMessageContaining(list + ":3:")
        .hasMessageContaining("'boris'");
  }

  @Test
  void nobodyIsNoClass() throws IOException {
    Path empty = Files.createFile(place.resolve("empty.txt"));
    assertThatThrownBy(() -> Roster.at(place)).hasMessageContaining("there are no projects");
    assertThatThrownBy(() -> Roster.at(empty)).hasMessageContaining("there are no projects");
    assertThatThrownBy(() -> Roster.at(place.resolve("nothing")))
        .hasMessageContaining("neither a directory nor a file");
  }

  private static String name(Path project) {
    String safe = project.toString().replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+", "");
    return safe.substring(0, Math.min(60, safe.length()));
  }
}
