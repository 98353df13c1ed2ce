package org.halab.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.BuildContext;

/** A build ends at a COPY of what is not in its context. */
final class CopiedFilesThere implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    Map<String, String> byPlace = new LinkedHashMap<>();
    project
        .services()
        .flatMap(service -> BuildContext.of(project.definition(service)).stream())
        .distinct()
        .forEach(
            build -> {
              Optional<ProjectText> file = project.text(build.dockerfile());
              if (file.isPresent()) {
                build.missing().forEach(source -> byPlace.put(place(file.get(), source), source));
              }
            });
    if (byPlace.isEmpty()) {
      return Stream.empty();
    }
    List<String> places = new ArrayList<>(byPlace.keySet());
    return Stream.of(
        Finding.read(
            "copied-file-missing",
            Severity.MISTAKE,
            Set.of(Item.IMAGE, Item.DEPLOYED),
            places,
            Message.of("reading.copiedMissing.seen")
                .with("files", byPlace.values().stream().distinct().toList()),
            Hints.at(
                places,
                Message.of("reading.copiedMissing.change"),
                Message.of("reading.copiedMissing.try"))));
  }

  private static String place(ProjectText file, String source) {
    return file.place(Pattern.compile("(?i)^\\s*(COPY|ADD)\\b.*" + Pattern.quote(source)));
  }
}
