package org.halab.observe;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.halab.domain.BalancerServer;

/**
 * Reads HAProxy's statistics in CSV.
 *
 * @see <a href="https://docs.haproxy.org/3.0/management.html#9.1">HAProxy 3.0, CSV format</a>
 */
final class BalancerCsv {
  private static final List<String> SUMMARIES = List.of("FRONTEND", "BACKEND");

  private BalancerCsv() {}

  /** The servers of one proxy. */
  static List<BalancerServer> servers(String csv, String proxy) {
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
      return parser.stream()
          .filter(row -> row.get("pxname").equals(proxy))
          .filter(row -> !SUMMARIES.contains(row.get("svname")))
          .map(BalancerCsv::server)
          .toList();
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
    String value = row.isMapped(column) ? row.get(column) : "";
    return value.isEmpty() ? 0 : Integer.parseInt(value);
  }
}
