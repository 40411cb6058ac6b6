package dev.baton.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tables for spreadsheets (RFC 4180), in which no text is taken for a formula. */
public final class CsvTable {

  private static final String FORMULA = "=+-@\t\r\n|";

  private CsvTable() {}

  /** The table; a null is an empty field. */
  public static String table(String[] columns, List<Object[]> rows) {
    StringWriter text = new StringWriter();
    try (CSVPrinter table =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setHeader(columns).get())) {
      for (Object[] row : rows) {
        table.printRecord(Arrays.stream(row).map(CsvTable::harmless));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The text of a cell that this class wrote. */
  public static String withoutMark(String cell) {
    return cell.startsWith("'") && !harmless(cell.substring(1)).equals(cell.substring(1))
        ? cell.substring(1)
        : cell;
  }

  private static Object harmless(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    String seen = text.stripLeading();
    boolean isFormula =
        (!seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0)
            || (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0);
    return isFormula ? "'" + text : text;
  }
}
