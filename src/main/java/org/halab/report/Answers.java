package org.halab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.message.Terms;

/** The answers to the guide's questions, in words, from what the experiments found. */
public final class Answers {
  /** Of an image whose id changed while its layers did not. */
  private static final String ANOTHER_ID = "the same by its layers (another id)";

  private Answers() {}

  /**
   * Question 1.
   *
   * @param findings a row for each port of each node: node, port, directive, exposed, published,
   *     answers in the network, answers at 127.0.0.1; the last four yes or no
   */
  public static List<Message> ports(Table findings) {
    Map<List<String>, List<String>> nodes = new LinkedHashMap<>();
    for (List<String> row : findings.rows()) {
      nodes.computeIfAbsent(row.subList(1, row.size()), same -> new ArrayList<>()).add(row.get(0));
    }
    List<Message> sentences = new ArrayList<>(List.of(Message.of("report.ports")));
    nodes.forEach((found, all) -> sentences.add(port(all, found)));
    sentences.add(Message.of("report.ports.so"));
    return sentences;
  }

  private static Message port(List<String> nodes, List<String> found) {
    return Message.of("report.ports.port")
        .with("port", found.get(0))
        .with("nodes", Message.and(nodes))
        .with("directive", Terms.of(found.get(1)))
        .with("exposed", found.get(2))
        .with("published", found.get(3))
        .with("network", found.get(4))
        .with("host", found.get(5));
  }

  /**
   * Question 2.
   *
   * @param cases a row for each case: edited, command, image, node runs with, layers
   */
  public static List<Message> rebuild(Table cases) {
    List<Message> sentences =
        new ArrayList<>(
            List.of(
                Message.of("report.rebuild"),
                Message.of("report.rebuild.nothing").with("cases", cases(cases, "nothing")),
                Message.of("report.rebuild.nodeFiles").with("cases", cases(cases, "postgresN.yml")),
                Message.of("report.rebuild.Dockerfile").with("cases", cases(cases, "Dockerfile")),
                Message.of("report.rebuild.so")));
    if (cases.rows().stream().anyMatch(row -> row.get(2).equals(ANOTHER_ID))) {
      sentences.add(Message.of("report.rebuild.anotherId"));
    }
    return sentences;
  }

  private static Message cases(Table cases, String edited) {
    List<Message> told =
        cases.rows().stream()
            .filter(row -> row.get(0).equals(edited))
            .map(
                row ->
                    Message.of("report.rebuild.case")
                        .with("command", Terms.of(row.get(1)))
                        .with("image", Terms.of(row.get(2)))
                        .with("with", Terms.of(row.get(3)))
                        .with("layers", Terms.of(row.get(4))))
            .toList();
    return Message.joined("; ", told);
  }
}
