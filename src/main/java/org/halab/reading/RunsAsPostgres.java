package org.halab.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** PostgreSQL refuses to run as root: the image or Compose must name another user. */
final class RunsAsPostgres implements Rule {
  /** Images whose user is root, so that a Dockerfile without USER has that too. */
  private static final String ROOT_BASES =
      "(docker\\.io/)?(library/)?(postgres|debian|ubuntu|python|alpine)([:@].*)?";

  private static final String CHANGES_USER = "(?s).*\\b(gosu|su-exec|setpriv|runuser|sudo|su)\\b.*";
  private static final Pattern USER = Pattern.compile("(?im)^\\s*USER\\s+(\\S+)");

  @Override
  public Stream<Finding> read(ReadProject project) {
    Map<String, Finding> byFile = new TreeMap<>();
    for (ReadNode node : project.nodes()) {
      finding(project, node).ifPresent(one -> byFile.put(one.places().get(0), one));
    }
    return byFile.values().stream();
  }

  private static Optional<Finding> finding(ReadProject project, ReadNode node) {
    String user = node.definition().path("user").asText("");
    Optional<ProjectText> file = DockerfileText.of(project, node);
    String command = node.definition().path("command") + " " + node.definition().path("entrypoint");
    if (!user.isEmpty()) {
      return root(user)
          ? Optional.of(finding(List.of(project.place(node.service(), "user"))))
          : Optional.empty();
    }
    if (file.isEmpty() || command.matches(CHANGES_USER)) {
      return Optional.empty();
    }
    Matcher last = USER.matcher(file.get().text());
    String named = "";
    while (last.find()) {
      named = last.group(1);
    }
    boolean root =
        named.isEmpty()
            ? DockerfileText.base(file.get()).matches(ROOT_BASES)
                && !file.get().text().matches("(?si).*\\bENTRYPOINT\\b.*")
            : root(named);
    return root ? Optional.of(finding(List.of(file.get().place(USER)))) : Optional.empty();
  }

  private static boolean root(String user) {
    return user.matches("(root|0)(:.*)?");
  }

  private static Finding finding(List<String> places) {
    return Finding.read(
        "runs-as-root",
        Severity.MISTAKE,
        Set.of(Item.IMAGE, Item.DEPLOYED),
        places,
        Message.of("reading.runsAsRoot.seen"),
        Hints.at(
            places, Message.of("reading.runsAsRoot.change"), Message.of("reading.runsAsRoot.try")));
  }
}
