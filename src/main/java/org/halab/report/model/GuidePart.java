package org.halab.report.model;

import java.util.Arrays;
import java.util.List;

/** The parts of the guide, and the ids of what each asks for. */
public enum GuidePart {
  PART_1("1", "part-1", List.of("G1.1", "G1.2", "G1.3", "G1.4", "Q1", "Q2")),
  PART_2("2", "part-2", List.of("G2.1", "G2.2", "G2.3", "G2.4")),
  PART_3("3", "part-3", List.of("G3.1", "G3.2", "G3.3", "G3.4")),
  TASK_A1("A1", "task-A1", List.of("A1")),
  TASK_A2("A2", "task-A2", List.of("A2")),
  TASK_A3("A3", "task-A3", List.of("A3")),
  BEYOND("beyond", "", List.of());

  /** The tag of what compares the ways to the database. */
  public static final String COMPARISON = "ways";

  private final String id;
  private final String tag;
  private final List<String> items;

  GuidePart(String id, String tag, List<String> items) {
    this.id = id;
    this.tag = tag;
    this.items = items;
  }

  /** The part that a feature belongs to, by its tags. */
  public static GuidePart of(Feature feature) {
    return Arrays.stream(values())
        .filter(part -> feature.tags().contains(part.tag))
        .findFirst()
        .orElse(BEYOND);
  }

  public String id() {
    return id;
  }

  public List<String> items() {
    return items;
  }

  /**
   * Whether a scenario shows an item: it has the item's tag, or is part of the task. Ways to the
   * database that are only compared with each other show none.
   */
  public static boolean shows(Scenario scenario, String item) {
    return scenario.has(item) || scenario.has("task-" + item) && !scenario.has(COMPARISON);
  }
}
