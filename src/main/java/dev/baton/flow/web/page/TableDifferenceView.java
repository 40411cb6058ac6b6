package dev.baton.flow.web.page;

import dev.baton.flow.difference.TableDifference;
import java.util.ArrayList;
import java.util.List;

/** Shows a changed decision table, without the many rows that are as before. */
final class TableDifferenceView {

  /** An unchanged row tells where a changed one is; more of them than this are left out. */
  private static final int NEIGHBOURS = 1;

  private TableDifferenceView() {}

  static FileDifferenceView.Table of(TableDifference table) {
    return new FileDifferenceView.Table(
        DifferenceWords.shown(table.name()),
        table.columns().stream()
            .map(
                column ->
                    new FileDifferenceView.Column(
                        DifferenceWords.shown(column.label()), column.isInput(), column.state()))
            .toList(),
        rows(table.rows()));
  }

  private static List<FileDifferenceView.Row> rows(List<TableDifference.Row> rows) {
    List<FileDifferenceView.Row> shown = new ArrayList<>();
    int skipped = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (isNearChange(rows, i)) {
        addGap(shown, skipped);
        skipped = 0;
        shown.add(row(rows.get(i)));
      } else {
        skipped++;
      }
    }
    addGap(shown, skipped);
    return shown;
  }

  private static boolean isNearChange(List<TableDifference.Row> rows, int place) {
    int from = Math.max(0, place - NEIGHBOURS);
    int to = Math.min(rows.size(), place + NEIGHBOURS + 1);
    return rows.subList(from, to).stream().anyMatch(row -> !row.isUnchanged());
  }

  private static void addGap(List<FileDifferenceView.Row> shown, int skipped) {
    if (skipped > 0) {
      shown.add(new FileDifferenceView.Row(skipped, "", null, false, List.of()));
    }
  }

  private static FileDifferenceView.Row row(TableDifference.Row row) {
    List<FileDifferenceView.Cell> cells = new ArrayList<>();
    row.cells().forEach(cell -> cells.add(cell(cell)));
    cells.add(cell(row.description()));
    return new FileDifferenceView.Row(0, number(row), row.state(), row.isMoved(), cells);
  }

  /** Rows below an added one have another number, but did not move. */
  private static String number(TableDifference.Row row) {
    if (row.numberAfter() == 0) {
      return Integer.toString(row.numberBefore());
    }
    return row.isMoved()
        ? row.numberBefore() + " → " + row.numberAfter()
        : Integer.toString(row.numberAfter());
  }

  private static FileDifferenceView.Cell cell(TableDifference.Cell cell) {
    return new FileDifferenceView.Cell(
        cell.isChanged() ? emptyAsNull(cell.before()) : null,
        emptyAsNull(cell.after()),
        cell.isChanged());
  }

  private static String emptyAsNull(String text) {
    return text == null || text.isEmpty() ? null : DifferenceWords.shown(text);
  }
}
