package org.halab.report.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halab.changes.LabFiles;
import org.halab.changes.PatroniChanges;
import org.halab.changes.PrintedDefects;
import org.halab.changes.Reasoned;
import org.halab.changes.SettingChange;
import org.halab.changes.UnifiedDiff;
import org.halab.message.Message;
import org.halab.report.model.GuidePart;

/** What a task changes against the printed files, for the head of its part. */
final class ChangedViews {
  private static final int SHORT = 30;

  /** The files of task A3, in the order in which a reader wants them. */
  private static final List<String> OTHER_STACK =
      List.of(
          "etcd/compose.yml",
          "etcd/etcd/Dockerfile",
          "etcd/etcd/start",
          "etcd/nginx/Dockerfile",
          "etcd/nginx/nginx.conf",
          "etcd/nginx/leader.js");

  private static final List<String> RETURNING_NODE =
      List.of(
          "postgres0.yml",
          "postgres1.yml",
          "haproxy.cfg",
          PatroniChanges.FILE,
          "improved/haproxy.cfg",
          "improved/compose.yml");

  private final LabFiles files;
  private final Texts texts;

  ChangedViews(LabFiles files, Texts texts) {
    this.files = files;
    this.texts = texts;
  }

  /** Empty for a part that changes nothing, and where the run was of another project. */
  Optional<View> of(GuidePart part) {
    return switch (part) {
      case TASK_A2 -> of(RETURNING_NODE, "A2").map(this::returningNode);
      case TASK_A3 -> of(OTHER_STACK, "A3").map(view -> view.with("files", files(OTHER_STACK)));
      default -> Optional.empty();
    };
  }

  private Optional<View> of(List<String> needed, String part) {
    return needed.stream().allMatch(files::has)
        ? Optional.of(
            View.of("title", texts.get("changed." + part))
                .with("about", texts.get("changed." + part + ".about"))
                .with("defects", null)
                .with("patroni", null)
                .with("diff", null)
                .with("files", null))
        : Optional.empty();
  }

  private View returningNode(View view) {
    PatroniChanges patroni = new PatroniChanges(files);
    List<View> defects = new PrintedDefects(files).all().stream().map(this::defect).toList();
    return view.with("defects", defects.isEmpty() ? null : View.of("each", defects))
        .with(
            "patroni",
            View.of("file", LabFiles.shown(PatroniChanges.FILE))
                .with("preface", patroni.preface())
                .with("groups", patroni.all().stream().map(this::group).toList()))
        .with("diff", diff(files.difference("haproxy.cfg", "improved/haproxy.cfg")))
        .with("files", files(List.of("improved/compose.yml")));
  }

  private View defect(PrintedDefects.Defect defect) {
    return View.of("seen", texts.say(defect.seen()))
        .with("file", defect.file())
        .with(
            "lines",
            defect.lines().stream()
                .map(
                    line ->
                        View.of("number", String.format(Locale.ROOT, "%4d", line.number()))
                            .with("text", line.text()))
                .toList());
  }

  private View group(Reasoned one) {
    List<View> settings = new ArrayList<>();
    for (SettingChange change : one.settings()) {
      boolean first = settings.isEmpty();
      settings.add(
          View.of("setting", change.setting())
              .with("improved", change.improved().isEmpty() ? null : change.improved())
              .with("printed", change.printed().stream().map(this::printed).toList())
              .with("isNew", change.printed().isEmpty())
              .with("reason", first ? one.reason() : null)
              .with("count", first ? one.settings().size() : null));
    }
    return View.of("settings", settings);
  }

  private View printed(SettingChange.Printed printed) {
    return View.of("value", printed.value())
        .with("name", printed.setting())
        .with("places", String.join(", ", printed.places()))
        .with("ignored", !printed.read())
        .with("read", texts.get(printed.read() ? "changed.read" : "changed.ignored"));
  }

  private static View diff(UnifiedDiff diff) {
    return View.of(
        "lines",
        diff.lines().stream()
            .map(
                line ->
                    View.of("text", line.text())
                        .with("kind", line.kind().name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private List<View> files(List<String> names) {
    return names.stream().map(this::file).toList();
  }

  private View file(String name) {
    List<String> lines = files.lines(name);
    int more = lines.size() - SHORT;
    return View.of("name", LabFiles.shown(name))
        .with("role", texts.get("changed.file." + name.replace('/', '.')))
        .with("href", LabFiles.DIRECTORY + "/" + name)
        .with(
            "long",
            more > 0
                ? texts.say(Message.of("report.written.lines").with("lines", lines.size()))
                : null)
        .with("text", String.join("\n", lines))
        .with("head", lines.stream().limit(SHORT).collect(Collectors.joining("\n")))
        .with(
            "more",
            more > 0
                ? texts.say(Message.of("report.written.lines.more").with("lines", more))
                : null);
  }
}
