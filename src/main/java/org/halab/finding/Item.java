package org.halab.finding;

/** The guide's items, in its order: what a student hands in is judged item by item. */
public enum Item {
  IMAGE("G1.1"),
  COMPOSE_FILE("G1.2"),
  NODE_FILES("G1.3"),
  DEPLOYED("G1.4"),
  QUESTION_PORTS("Q1"),
  QUESTION_REBUILD("Q2"),
  CONNECTED("G2.1"),
  WRITTEN("G2.2"),
  REPLICATED("G2.3"),
  READ_ONLY("G2.4"),
  ENTRYPOINT("G3.1"),
  ENTRYPOINT_FILE("G3.2"),
  RESTARTED("G3.3"),
  LED_TO_LEADER("G3.4"),
  LEADER_LOST("A1"),
  FOLLOWS_AGAIN("A2"),
  OTHER_STACK("A3");

  private final String id;

  Item(String id) {
    this.id = id;
  }

  /** Whether its files alone show it, also where the cluster cannot be brought up. */
  public boolean inFiles() {
    return switch (this) {
      case IMAGE,
          COMPOSE_FILE,
          NODE_FILES,
          QUESTION_PORTS,
          QUESTION_REBUILD,
          ENTRYPOINT,
          ENTRYPOINT_FILE ->
          true;
      default -> false;
    };
  }

  /** As the guide's list of requirements has it. */
  @Override
  public String toString() {
    return id;
  }
}
