package org.halab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.halab.finding.Finding;
import org.halab.finding.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCopyTest {
  @TempDir Path directory;
  private Path project;
  private Path copy;

  @BeforeEach
  void project() throws IOException {
    project = Files.createDirectories(directory.resolve("project"));
    copy = directory.resolve("copy");
    Files.createDirectories(project.resolve("conf"));
    Files.createDirectories(project.resolve(".git"));
    Files.writeString(project.resolve("conf/a.yml"), "a");
    Files.writeString(project.resolve(".git/config"), "history");
    Files.createSymbolicLink(project.resolve("same"), Path.of("conf/a.yml"));
  }

  @Test
  void filesAndTheLinksBetweenThemAreCopied() throws IOException {
    assertThat(ProjectCopy.copy(project, copy)).isEmpty();
    assertThat(copy.resolve("conf/a.yml")).hasContent("a");
    assertThat(copy.resolve("same").toRealPath()).isEqualTo(copy.resolve("conf/a.yml"));
    assertThat(copy.resolve(".git")).doesNotExist();
  }

  @Test
  void linksOutOfTheProjectAreLeftOutAndNamed() throws IOException {
    Files.writeString(directory.resolve("secret"), "secret");
    Files.createSymbolicLink(project.resolve("file"), Path.of("../secret"));
    Files.createSymbolicLink(project.resolve("home"), directory);
    Files.createSymbolicLink(project.resolve("back"), project.resolve("conf/a.yml"));
    Files.createSymbolicLink(project.resolve("dangling"), Path.of("../nothing"));
    Finding finding = ProjectCopy.copy(project, copy).get(0);
    assertThat(finding.severity()).isEqualTo(Severity.HARMLESS);
    assertThat(finding.places()).containsExactlyInAnyOrder("file", "home", "back", "dangling");
    for (String name : finding.places()) {
      assertThat(Files.exists(copy.resolve(name), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }
  }

  @Test
  void aProjectThatIsTooBigIsTold() throws IOException {
    Files.write(project.resolve("dump"), new byte[3 << 20]);
    Finding finding = ProjectCopy.copy(project, copy, 2 << 20).get(0);
    assertThat(finding.severity()).isEqualTo(Severity.FATAL);
    assertThat(finding.places()).containsExactly("dump");
    assertThat(copy.resolve("dump")).doesNotExist();
  }
}
