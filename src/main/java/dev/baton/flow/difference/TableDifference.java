package dev.baton.flow.difference;

import java.util.List;

/**
 * A decision table before and after, side by side.
 *
 * @param columns in the order afterwards, with removed ones where they were
 * @param rows the same
 */
public record TableDifference(String id, String name, List<Column> columns, List<Row> rows) {

  /**
   * @param state null if it is as before
   */
  public record Column(String id, String label, boolean isInput, ChangeState state) {}

  /**
   * @param numberBefore its place from 1; 0 if it was not there
   * @param numberAfter its place from 1; 0 if it is gone
   * @param state null if all of its cells are as before
   * @param isMoved whether it passed other rows, which matters where the first match wins
   * @param cells one for each column, and the row's description
   */
  public record Row(
      String id,
      int numberBefore,
      int numberAfter,
      ChangeState state,
      boolean isMoved,
      List<Cell> cells,
      Cell description) {

    public boolean isUnchanged() {
      return state == null && !isMoved;
    }
  }

  /** What stands there; null where there is no such row or column. */
  public record Cell(String before, String after) {

    public boolean isChanged() {
      return !text(before).equals(text(after));
    }

    static String text(String value) {
      return value == null ? "" : value;
    }
  }
}
