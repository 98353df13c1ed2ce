package org.halab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halab.domain.Table;
import org.halab.message.Language;

/** The answers to the guide's questions, in words, from what the experiments found. */
public final class Answers {
  private final Words words;
  private final Phrasebook phrases;

  public Answers(Language language) {
    this.words = Words.ofStories(language);
    this.phrases = Phrasebook.in(words);
  }

  /**
   * Question 1.
   *
   * @param findings a row for each port of each node: node, port, directive, exposed, published,
   *     answers in the network, answers at 127.0.0.1; the last four yes or no
   */
  public String ports(Table findings) {
    Map<List<String>, List<String>> nodes = new LinkedHashMap<>();
    for (List<String> row : findings.rows()) {
      nodes.computeIfAbsent(row.subList(1, row.size()), same -> new ArrayList<>()).add(row.get(0));
    }
    List<String> lines = new ArrayList<>(List.of(words.get("ports")));
    nodes.forEach((found, all) -> lines.add(port(all, found)));
    lines.add(words.get("ports.so"));
    return String.join("\n", lines);
  }

  private String port(List<String> nodes, List<String> found) {
    return words.get(
        "ports.port",
        found.get(0),
        String.join(words.get("and"), nodes),
        phrases.say(found.get(1)),
        words.get("ports.exposed." + found.get(2)),
        words.get("ports.published." + found.get(3)),
        words.get("ports.answers." + found.get(4)),
        words.get("ports.answers." + found.get(5)));
  }

  /**
   * Question 2.
   *
   * @param cases a row for each case: edited, command, image, node runs with, layers
   */
  public String rebuild(Table cases) {
    return String.join(
        "\n",
        words.get("rebuild"),
        sentence(cases, "nothing"),
        sentence(cases, "postgresN.yml"),
        sentence(cases, "Dockerfile"),
        words.get("rebuild.so"));
  }

  private String sentence(Table cases, String edited) {
    return words.get(
        "rebuild." + edited,
        cases.rows().stream()
            .filter(row -> row.get(0).equals(edited))
            .map(
                row ->
                    words.get(
                        "rebuild.case",
                        phrases.say(row.get(1)),
                        phrases.say(row.get(2)),
                        phrases.say(row.get(3)),
                        phrases.say(row.get(4))))
            .collect(Collectors.joining("; ")));
  }
}
