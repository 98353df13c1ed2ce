package org.halab.grade.written;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as RFC 4180 has it, for spreadsheets: they know by its first character that it is UTF-8,
 * and no cell is a formula to them.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class Csv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The full-width ones are turned into the others when a file is opened in some languages. */
  private static final String FORMULA = "=+-@|%＝＋－＠";

  private static final int LONGEST = 1000;

  private Csv() {}

  static String of(List<? extends List<?>> rows) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (List<?> row : rows) {
        printer.printRecord(row.stream().map(Csv::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return BYTE_ORDER_MARK + text;
  }

  private static String cell(Object value) {
    String text = PlainText.line(value, LONGEST);
    return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
