package org.halab.experiment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halab.domain.Table;

/**
 * Counts the states of TCP connections in the kernel's table.
 *
 * @see <a href="https://docs.kernel.org/networking/proc_net_tcp.html">proc_net_tcp</a>
 */
public final class SocketStates {
  private static final int STATE_COLUMN = 3;
  private static final Map<String, String> NAMES =
      Map.of(
          "01", "ESTABLISHED",
          "02", "SYN_SENT",
          "03", "SYN_RECV",
          "04", "FIN_WAIT1",
          "05", "FIN_WAIT2",
          "06", "TIME_WAIT",
          "08", "CLOSE_WAIT",
          "09", "LAST_ACK",
          "0A", "LISTEN",
          "0B", "CLOSING");

  private SocketStates() {}

  public static Table count(String table) {
    Map<String, Integer> states = new TreeMap<>();
    for (String line : table.split("\\R")) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length > STATE_COLUMN && columns[0].matches("\\d+:")) {
        states.merge(
            NAMES.getOrDefault(columns[STATE_COLUMN], columns[STATE_COLUMN]), 1, Integer::sum);
      }
    }
    return new Table(
        List.of("state", "connections"),
        states.entrySet().stream()
            .map(one -> List.of(one.getKey(), String.valueOf(one.getValue())))
            .toList());
  }
}
