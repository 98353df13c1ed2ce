package org.halab.observe;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.halab.domain.BalancerServer;
import org.halab.domain.Table;

/**
 * Reads HAProxy's statistics in CSV.
 *
 * @see <a href="https://docs.haproxy.org/3.0/management.html#9.1">HAProxy 3.0, CSV format</a>
 */
final class BalancerCsv {
  private static final List<String> SUMMARIES = List.of("FRONTEND", "BACKEND");

  private static final Map<String, String> SHOWN = new LinkedHashMap<>();

  static {
    SHOWN.put("pxname", "proxy");
    SHOWN.put("svname", "server");
    SHOWN.put("status", "status");
    SHOWN.put("lastchg", "for, s");
    SHOWN.put("check_status", "last check");
    SHOWN.put("check_code", "code");
    SHOWN.put("scur", "sessions");
    SHOWN.put("stot", "in all");
    SHOWN.put("chkfail", "failed checks");
    SHOWN.put("chkdown", "times DOWN");
    SHOWN.put("downtime", "downtime, s");
  }

  private BalancerCsv() {}

  /**
   * The servers of one proxy. It is asked for often: lines of other proxies are not taken apart.
   */
  static List<BalancerServer> servers(String csv, String proxy) {
    String lines =
        csv.lines()
            .filter(line -> line.startsWith("# ") || line.startsWith(proxy))
            .collect(Collectors.joining("\n"));
    return rows(lines).stream()
        .filter(row -> row.get("pxname").equals(proxy))
        .filter(row -> !SUMMARIES.contains(row.get("svname")))
        .map(BalancerCsv::server)
        .toList();
  }

  /** The columns that a reader of the statistics page looks at first. */
  static Table table(String csv) {
    return new Table(
        List.copyOf(SHOWN.values()),
        rows(csv).stream()
            .map(row -> SHOWN.keySet().stream().map(column -> cell(row, column)).toList())
            .toList());
  }

  private static List<CSVRecord> rows(String csv) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();
    // The header begins as a comment; its first column is "# pxname".
    try (CSVParser parser =
        CSVParser.parse(new StringReader(csv.replaceFirst("^# ", "")), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BalancerServer server(CSVRecord row) {
    return new BalancerServer(
        row.get("svname"),
        row.get("status"),
        (row.get("check_status") + " " + row.get("check_code")).strip(),
        number(row, "check_rise"),
        number(row, "check_fall"));
  }

  private static int number(CSVRecord row, String column) {
    String value = cell(row, column);
    return value.isEmpty() ? 0 : Integer.parseInt(value);
  }

  private static String cell(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }
}
