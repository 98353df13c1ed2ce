package org.halab.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonedSettingsTest {
  private static final String TEXT =
      """
      # What the file is for,
      # in two lines.
      bootstrap:
        dcs:
          # One reason.
          old: null
          new: 300
          # Of the whole block.
          postgresql:
            # Another reason.
            use_pg_rewind: true
            # Of what follows up to the next.
            archive_command: >-
              # no comment
              cp %p
            recovery_conf:
              restore_command: cp

      postgresql:
        # The last one.
        basebackup:
          checkpoint: fast
          list: [a, b]
      """;

  private final ReasonedSettings settings = new ReasonedSettings(TEXT);

  @Test
  void theFirstCommentSpeaksOfTheFile() {
    assertThat(settings.preface()).isEqualTo("What the file is for, in two lines.");
  }

  @Test
  void aCommentIsTheReasonOfWhatFollowsUpToTheNext() {
    assertThat(settings.blocks())
        .extracting(ReasonedSettings.Block::comment)
        .containsExactly(
            "One reason.",
            "Of the whole block.",
            "Another reason.",
            "Of what follows up to the next.",
            "The last one.");
    assertThat(settings.blocks().get(0).values().keySet())
        .containsExactly("bootstrap.dcs.old", "bootstrap.dcs.new");
    assertThat(settings.blocks().get(3).values().keySet())
        .containsExactly(
            "bootstrap.dcs.postgresql.archive_command",
            "bootstrap.dcs.postgresql.recovery_conf.restore_command");
    assertThat(settings.blocks().get(4).values().keySet())
        .containsExactly("postgresql.basebackup.checkpoint", "postgresql.basebackup.list");
  }

  @Test
  void aCommentThatAnotherFollowsIsTheBlocks() {
    assertThat(settings.blocks().get(1).first()).isEqualTo("bootstrap.dcs.postgresql");
    assertThat(settings.blocks().get(1).values()).isEmpty();
  }

  @Test
  void valuesAreAsTheyAreRead() {
    assertThat(settings.blocks().get(0).values())
        .containsEntry("bootstrap.dcs.old", "")
        .containsEntry("bootstrap.dcs.new", "300");
    assertThat(settings.blocks().get(3).values())
        .containsEntry("bootstrap.dcs.postgresql.archive_command", "# no comment cp %p");
    assertThat(settings.blocks().get(4).values())
        .containsEntry("postgresql.basebackup.list", "[a, b]");
  }

  @Test
  void aFileWithoutCommentsHasNoReasons() {
    assertThat(new ReasonedSettings("a: 1\nb: 2\n").blocks())
        .singleElement()
        .matches(block -> block.comment().isEmpty() && block.values().size() == 2);
    assertThat(new ReasonedSettings("").blocks()).isEmpty();
  }
}
