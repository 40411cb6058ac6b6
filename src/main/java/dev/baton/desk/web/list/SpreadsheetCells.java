package dev.baton.desk.web.list;

/**
 * Cells of a table that a spreadsheet program opens: text that the program would interpret as a
 * formula gets a leading apostrophe and stays text.
 */
final class SpreadsheetCells {

  private static final String FORMULA = "=+-@\t\r\n|";

  private SpreadsheetCells() {}

  /** Empty for null. */
  static String of(Object value) {
    String text = value == null ? "" : value.toString();
    String seen = text.stripLeading();
    boolean isFormula =
        (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
            || (!seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0);
    return isFormula ? "'" + text : text;
  }
}
