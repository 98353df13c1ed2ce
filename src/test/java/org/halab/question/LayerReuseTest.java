package org.halab.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LayerReuseTest {
  private static final List<String> BEFORE = List.of("base", "packages", "directory", "file");
  private static final List<String> EDITED = List.of("base", "packages", "directory", "other file");
  private static final Pattern COPY = Pattern.compile("^COPY");

  @Test
  void everyStepCachedAndEveryLayerTheSameIsAllReused() {
    assertThat(reuse(BEFORE, true, true, true).ofAll()).isEqualTo("all reused");
  }

  @Test
  void oneStepMadeAnewIsNotAllReused() {
    assertThat(reuse(BEFORE, true, false, true).ofAll())
        .isEqualTo("2 of 3 reused, the rest with the same content");
  }

  @Test
  void layersOfAnotherBuildAreNotReused() {
    assertThat(reuse(EDITED, true, true, true).ofAll()).isEqualTo("3 of 3 reused, new content");
  }

  @Test
  void allBeforeTheEditMustBeReused() {
    assertThat(reuse(EDITED, true, true, false).upTo(COPY)).isEqualTo("reused up to the edit");
  }

  @Test
  void anEditSeenByAnEarlierBuildMayBeCachedToo() {
    assertThat(reuse(EDITED, true, true, true).upTo(COPY)).isEqualTo("reused up to the edit");
  }

  @Test
  void aStepMadeAnewBeforeTheEditIsNotReused() {
    assertThat(reuse(EDITED, true, false, false).upTo(COPY))
        .isEqualTo("1 of 2 before the edit reused");
  }

  @Test
  void anotherLayerBeforeTheEditIsNotReused() {
    List<String> other = List.of("base", "packages", "other directory", "other file");

    assertThat(reuse(other, true, true, false).upTo(COPY))
        .isEqualTo("1 of 2 before the edit reused");
  }

  @Test
  void anEditAtTheTopLeavesNothingToReuse() {
    assertThat(reuse(EDITED, true, true, true).upTo(Pattern.compile("^RUN packages")))
        .isEqualTo("0 of 0 before the edit reused");
  }

  @Test
  void aBuildThatNamesNoStepIsNotJudged() {
    assertThatThrownBy(() -> new LayerReuse(BEFORE, BEFORE, List.of()).ofAll())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> reuse(BEFORE, true, true, true).upTo(Pattern.compile("^ADD")))
        .hasMessageContaining("^ADD");
  }

  @Test
  void whatAnEditChangesFirstIsTold() {
    Rebuild.Result built = result("up -d --build", EDITED, "2", "#1 built");

    assertThat(built.image()).isEqualTo("new");
    assertThat(built.why())
        .singleElement()
        .asString()
        .contains("step 4: COPY postgres0.yml /postgres0.yml");
  }

  @Test
  void theSameLayersUnderAnotherIdAreToldApart() {
    assertThat(result("up -d", BEFORE, "1", "").imageAndId()).isEqualTo("the same");
    assertThat(result("up -d", BEFORE, "1", "").why()).isEmpty();

    Rebuild.Result another = result("up -d", BEFORE, "2", "");
    assertThat(another.image()).isEqualTo("the same");
    assertThat(another.imageAndId()).isEqualTo("the same by its layers (another id)");
    assertThat(another.why()).singleElement().asString().startsWith("The same layers (another id)");
  }

  private static Rebuild.Result result(
      String command, List<String> after, String id, String build) {
    return new Rebuild.Result(
        "postgresN.yml",
        command,
        List.of(),
        "1",
        id,
        new LayerReuse(
            BEFORE,
            after,
            List.of(new BuildStep("", 4, "COPY postgres0.yml /postgres0.yml", false))),
        true,
        build);
  }

  private static LayerReuse reuse(
      List<String> after, boolean packages, boolean directory, boolean file) {
    return new LayerReuse(
        BEFORE,
        after,
        List.of(
            new BuildStep("", 2, "RUN packages", packages),
            new BuildStep("", 3, "RUN directory", directory),
            new BuildStep("", 4, "COPY file /file", file)));
  }
}
