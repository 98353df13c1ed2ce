package org.halab.report.model;

import java.util.List;
import java.util.Map;
import org.halab.grade.written.Results;
import org.halab.message.Message;

/**
 * What an examination says of a project.
 *
 * @param lines the text of those lines of the project's files that findings name, by their place,
 *     as {@code haproxy.cfg:21}: a stranger's text
 * @param notes what else is to be known of how it was examined
 */
public record Examined(Results results, Map<String, String> lines, List<Message> notes) {
  public Examined {
    lines = Map.copyOf(lines);
    notes = List.copyOf(notes);
  }
}
