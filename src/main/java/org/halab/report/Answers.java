package org.halab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halab.domain.Table;

/** The answers to the guide's questions, in words, from what the experiments found. */
public final class Answers {
  private Answers() {}

  /**
   * Question 1.
   *
   * @param findings a row for each port of each node: node, port, directive, exposed, published,
   *     answers in the network, answers at 127.0.0.1; the last four yes or no
   */
  public static String ports(Table findings) {
    Map<List<String>, List<String>> nodes = new LinkedHashMap<>();
    for (List<String> row : findings.rows()) {
      nodes.computeIfAbsent(row.subList(1, row.size()), same -> new ArrayList<>()).add(row.get(0));
    }
    return nodes.entrySet().stream()
        .map(found -> port(found.getValue(), found.getKey()))
        .collect(
            Collectors.joining(
                "\n",
                "Answer to question 1.\n",
                "\nSo the difference is publication: \"ports\" binds the port to an address of the host as well (in this run 127.0.0.1), \"expose\" only records it."));
  }

  private static String port(List<String> nodes, List<String> found) {
    return "Port %s of %s stands under \"%s\": Docker reports it as %s and %s; it %s from another container of the network and %s at 127.0.0.1 of the host."
        .formatted(
            found.get(0),
            String.join(" and ", nodes),
            found.get(1),
            yes(found.get(2)) ? "exposed" : "not exposed",
            yes(found.get(3)) ? "published" : "not published",
            yes(found.get(4)) ? "answers" : "does not answer",
            yes(found.get(5)) ? "answers" : "does not answer");
  }

  /**
   * Question 2.
   *
   * @param cases a row for each case: edited, command, image, node runs with, layers
   */
  public static String rebuild(Table cases) {
    return "Answer to question 2.\n"
        + sentence(cases, "nothing", "With nothing edited")
        + sentence(cases, "postgresN.yml", "With postgres0.yml and postgres1.yml edited")
        + sentence(cases, "Dockerfile", "With the Dockerfile edited")
        + "Both files are part of the image (COPY), so an edit reaches a node only through a build and a new container; a build reuses every layer before the first changed instruction.";
  }

  private static String sentence(Table cases, String edited, String beginning) {
    List<List<String>> rows =
        cases.rows().stream().filter(row -> row.get(0).equals(edited)).toList();
    return beginning
        + ": "
        + rows.stream()
            .map(
                row ->
                    "after \"%s\" the image is %s and the node runs with %s (%s)"
                        .formatted(row.get(1), row.get(2), row.get(3), row.get(4)))
            .collect(Collectors.joining("; "))
        + ".\n";
  }

  private static boolean yes(String cell) {
    return cell.equals("yes");
  }
}
