package org.halab.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** {@code bin_dir} names PostgreSQL's version, and so does the image. */
final class BinaryDirectory implements Rule {
  private static final Pattern DIRECTORY = Pattern.compile("/usr/lib/postgresql/(\\d+)/bin/?");
  private static final Pattern POSTGRES =
      Pattern.compile("(?:docker\\.io/)?(?:library/)?postgres:(\\d+)(?!.*alpine).*");

  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.nodes().stream().flatMap(node -> of(project, node).stream());
  }

  private static Optional<Finding> of(ReadProject project, ReadNode node) {
    Matcher named =
        DIRECTORY.matcher(node.settings().text("postgresql.bin_dir").orElse("").strip());
    Optional<ProjectText> file = DockerfileText.of(project, node);
    if (!named.matches() || file.isEmpty()) {
      return Optional.empty();
    }
    Matcher image = POSTGRES.matcher(DockerfileText.base(file.get()));
    String version = named.group(1);
    boolean installed = file.get().text().contains("postgresql-" + version);
    if (!image.matches() || image.group(1).equals(version) || installed) {
      return Optional.empty();
    }
    List<String> places =
        List.of(
            node.place("postgresql.bin_dir"),
            file.get().place(Pattern.compile("(?i)^\\s*FROM\\b.*postgres:")));
    return Optional.of(
        Finding.read(
            "programs-elsewhere",
            Severity.MISTAKE,
            Set.of(Item.NODE_FILES, Item.DEPLOYED),
            places,
            Message.of("reading.programs.seen")
                .with("directory", named.group())
                .with("version", image.group(1)),
            Hints.at(
                places,
                Message.of("reading.programs.change").with("version", image.group(1)),
                Message.of("reading.programs.try"))));
  }
}
