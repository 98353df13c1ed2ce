package org.halab.report;

import java.util.List;
import java.util.stream.Collectors;
import org.halab.domain.Table;

/** The answers to the guide's questions, in words, from what the experiments found. */
public final class Answers {
  private Answers() {}

  /**
   * Question 1.
   *
   * @param findings a row for each port: port, directive, exposed, published, answers in the
   *     network, answers on the host; the last four yes or no
   */
  public static String ports(Table findings) {
    return findings.rows().stream()
        .map(
            row ->
                "Port %s stands under \"%s\": Docker reports it as %s and %s; it %s from another container of the network and %s on 127.0.0.1 of the host."
                    .formatted(
                        row.get(0),
                        row.get(1),
                        yes(row.get(2)) ? "exposed" : "not exposed",
                        yes(row.get(3)) ? "published" : "not published",
                        yes(row.get(4)) ? "answers" : "does not answer",
                        yes(row.get(5)) ? "answers" : "does not answer"))
        .collect(
            Collectors.joining(
                "\n",
                "Answer to question 1.\n",
                "\nSo the difference is publication: \"ports\" binds the port to an address of the host, \"expose\" only records it."));
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
