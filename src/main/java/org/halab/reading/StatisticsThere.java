package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.HaproxySection;

/** The guide asks for a page on which HAProxy tells of itself. */
final class StatisticsThere implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.proxies().stream()
        .filter(proxy -> !proxy.waysIn(project.nodes()).isEmpty())
        .filter(proxy -> proxy.sections().stream().noneMatch(StatisticsThere::tells))
        .map(StatisticsThere::finding);
  }

  private static boolean tells(HaproxySection section) {
    return section.proxy()
        && !section.ports().isEmpty()
        && section.lines().stream().anyMatch(line -> line.matches("stats\\s+(enable|uri)\\b.*"));
  }

  private static Finding finding(ReadProxy proxy) {
    List<String> places = List.of(proxy.file().name());
    return Finding.read(
        "entrypoint-statistics-missing",
        Severity.RISK,
        Set.of(Item.ENTRYPOINT_FILE),
        places,
        Message.of("reading.statisticsMissing.seen").with("file", proxy.file().name()),
        Hints.at(
            places,
            Message.of("reading.statisticsMissing.change"),
            Message.of("reading.statisticsMissing.try")));
  }
}
