package org.halab.changes;

import java.util.List;

/**
 * A setting that a variant adds or replaces.
 *
 * @param improved its value; empty where the printed one is taken out
 * @param printed what is printed of it; nothing where it is new
 */
public record SettingChange(String setting, String improved, List<Printed> printed) {
  /**
   * A setting as it is printed.
   *
   * @param setting where it stands in the file, by its keys
   * @param value empty for a whole block
   * @param places each file with the line
   * @param read whether Patroni looks for it there
   */
  public record Printed(String setting, String value, List<String> places, boolean read) {}
}
