package org.halab.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The printed files, projects that differ without harm, and each of the differences. */
class ProjectReadingTest {
  private static final Path PROJECTS = Path.of("src", "test", "resources", "projects");
  private static final Path PRINTED = Path.of("docker");
  private static final Set<String> OF_PRINTED =
      Set.of("bootstrap-postgresql-ignored", "rewind-off", "socket-in-data-directory");
  private static final Set<String> OUTCOMES = Set.of("works", "partly", "fails", "not tried");

  /** Several tests look at each; to carry one out and to read it takes long. */
  private static final Map<String, List<Finding>> READ = new HashMap<>();

  @TempDir static Path directories;

  static List<Difference> differences() throws IOException {
    return Difference.all();
  }

  @Test
  void thePrintedFilesFailTaskA2AndNothingElse() {
    List<Finding> findings = read(PRINTED, "docker-compose.yml");

    assertThat(codes(findings)).isEqualTo(OF_PRINTED);
    assertThat(mistakes(findings))
        .allSatisfy(one -> assertThat(one.items()).containsExactly(Item.FOLLOWS_AGAIN));
    assertThat(risks(findings)).isEmpty();
  }

  @Test
  void theImprovedClusterHasNoMistake() {
    List<Finding> findings = read(PRINTED, "docker-compose.yml", "improved/compose.yml");

    assertThat(mistakes(findings)).isEmpty();
    assertThat(risks(findings)).isEmpty();
  }

  @Test
  void theClusterWithoutASinglePartHasNoMistake() {
    List<Finding> findings = read(PRINTED, "docker-compose.yml", "ha/compose.yml");

    assertThat(mistakes(findings)).isEmpty();
    assertThat(risks(findings)).isEmpty();
  }

  @Test
  void anotherStackHasNoMistakeButThoseOfThePrintedFiles() {
    assertThat(codes(mistakes(read(PRINTED, "docker-compose.yml", "etcd/compose.yml"))))
        .containsExactlyInAnyOrder("rewind-off", "socket-in-data-directory");
  }

  @Test
  void otherNamesAndThreeNodesAreNoMistake() {
    for (String project : List.of("renamed", "three-nodes")) {
      List<Finding> findings = read(PROJECTS.resolve(project), "compose.yaml");

      assertThat(mistakes(findings))
          .as(project)
          .allSatisfy(one -> assertThat(one.items()).containsExactly(Item.FOLLOWS_AGAIN));
      assertThat(risks(findings)).as(project).isEmpty();
      assertThat(codes(findings)).contains("other-names");
    }
    assertThat(mistakes(read(PROJECTS.resolve("renamed"), "compose.yaml", "improved/compose.yml")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("differences")
  void whatDiffersIsRead(Difference difference) throws IOException {
    List<Finding> findings = read(difference);
    Set<String> expected = new TreeSet<>(OF_PRINTED);
    expected.removeAll(difference.gone());
    expected.addAll(difference.findings());

    assertThat(OF_PRINTED).containsAll(difference.gone());
    assertThat(codes(findings)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("differences")
  void everyFindingSaysWhereAndHow(Difference difference) throws IOException {
    Path directory = directories.resolve(difference.name());

    assertThat(read(difference))
        .allSatisfy(
            finding -> {
              assertThat(finding.items()).isNotEmpty();
              for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN)) {
                assertThat(finding.seen().in(language)).isNotBlank().doesNotContain("{");
              }
              for (String place : finding.places()) {
                assertThat(directory.resolve(place.replaceFirst(":\\d+$", ""))).isRegularFile();
              }
              assertThat(finding.hint().isPresent())
                  .isEqualTo(
                      finding.severity() == Severity.MISTAKE
                          || finding.severity() == Severity.RISK);
            });
  }

  /** What is said of items by reading agrees with what was written down of the project before. */
  @ParameterizedTest
  @MethodSource("differences")
  void noItemThatWorksHasAMistake(Difference difference) throws IOException {
    Map<Item, Set<String>> expected = difference.outcomes();
    List<Finding> findings = read(difference);

    assertThat(expected.values()).allSatisfy(one -> assertThat(OUTCOMES).containsAll(one));
    for (Finding finding : findings) {
      for (Item item : finding.items()) {
        if (finding.severity() != Severity.HARMLESS) {
          assertThat(expected.get(item)).as(finding.code() + " " + item).doesNotContain("works");
        }
      }
    }
  }

  @Test
  void thereAreFortyAndEveryCodeIsShown() throws IOException {
    Set<String> shown = new TreeSet<>(OF_PRINTED);
    differences().forEach(one -> shown.addAll(one.findings()));

    assertThat(differences()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(shown).containsAll(codesInSources());
  }

  private static Set<String> codesInSources() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/halab/reading"))) {
      for (Path file : files.toList()) {
        Matcher code =
            Pattern.compile(
                    "(?:Finding\\.read|Finding\\.harmless|new Finding|\\? finding|: finding"
                        + "|of\\(\\s*finding)\\(\\s*\"([a-z0-9-]+)\"")
                .matcher(Files.readString(file));
        while (code.find()) {
          codes.add(code.group(1));
        }
      }
    }
    return codes;
  }

  private static List<Finding> read(Difference difference) throws IOException {
    if (!READ.containsKey(difference.name())) {
      Path directory = directories.resolve(difference.name());
      difference.carryOut(directory);
      READ.put(difference.name(), read(directory, composeFile(directory)));
    }
    return READ.get(difference.name());
  }

  private static String composeFile(Path directory) {
    return Stream.of("docker-compose.yml", "compose.yaml")
        .filter(one -> Files.exists(directory.resolve(one)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Finding> read(Path directory, String... files) {
    List<Path> compose = Stream.of(files).map(directory::resolve).toList();
    return ProjectReading.of(directory, compose, ComposeByHand.resolve(directory, compose));
  }

  private static Set<String> codes(List<Finding> findings) {
    Set<String> codes = new TreeSet<>();
    findings.forEach(one -> codes.add(one.code()));
    return codes;
  }

  private static List<Finding> mistakes(List<Finding> findings) {
    return findings.stream()
        .filter(one -> one.severity().compareTo(Severity.MISTAKE) <= 0)
        .toList();
  }

  private static List<Finding> risks(List<Finding> findings) {
    return findings.stream().filter(one -> one.severity() == Severity.RISK).toList();
  }
}
