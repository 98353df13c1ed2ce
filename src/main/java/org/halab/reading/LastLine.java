package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/**
 * HAProxy refuses a file whose last line has no line feed, for it may have been cut off: a warning
 * before 2.3, an error since.
 */
final class LastLine implements Rule {
  private static final String TOLERANT = "(.*/)?haproxy:(1\\.|2\\.[0-2]).*";

  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.proxies().stream()
        .filter(proxy -> !proxy.file().text().endsWith("\n"))
        .filter(proxy -> !proxy.definition().path("image").asText("").matches(TOLERANT))
        .map(LastLine::finding);
  }

  private static Finding finding(ReadProxy proxy) {
    List<String> places = List.of(proxy.file().name() + ":" + proxy.file().lines().size());
    return Finding.read(
        "entrypoint-last-line",
        Severity.MISTAKE,
        Set.of(Item.ENTRYPOINT_FILE, Item.RESTARTED, Item.LED_TO_LEADER),
        places,
        Message.of("reading.lastLine.seen").with("file", proxy.file().name()),
        Hints.at(
            places,
            Message.of("reading.lastLine.change"),
            Message.of("reading.lastLine.try").with("file", proxy.file().name())));
  }
}
