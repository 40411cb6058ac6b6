package dev.baton.flow.difference;

import dev.baton.flow.difference.Alignment.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares two decision tables column by column and row by row. */
final class TableComparison {

  private static final String ROW = "row";
  private static final DecisionTable EMPTY =
      new DecisionTable("", "", new ElementProperties(), List.of(), List.of());

  private final List<Pair<DecisionTable.Column>> columns;
  private final List<Pair<DecisionTable.Row>> rows;
  private final DecisionTable shown;
  private final List<ElementDifference> elements = new ArrayList<>();

  /** At most one of them may be null. */
  TableComparison(DecisionTable before, DecisionTable after) {
    this.shown = after == null ? before : after;
    DecisionTable was = before == null ? EMPTY : before;
    DecisionTable is = after == null ? EMPTY : after;
    this.columns =
        Alignment.of(
            was.columns(),
            is.columns(),
            List.of(column -> blankAsNull(column.id()), DecisionTable.Column::content));
    this.rows =
        Alignment.of(
            was.rows(), is.rows(), List.of(row -> blankAsNull(row.id()), row -> content(row)));
    compareColumns();
    compareRows();
  }

  /** What differs; empty if nothing does. */
  List<ElementDifference> elements() {
    return elements;
  }

  TableDifference table() {
    return new TableDifference(
        shown.id(),
        shown.name().isBlank() ? shown.id() : shown.name(),
        columns.stream().map(TableComparison::column).toList(),
        rows.stream().map(this::row).toList());
  }

  private void compareColumns() {
    for (Pair<DecisionTable.Column> column : columns) {
      ElementDifference difference =
          ModelElement.difference(element(column.before()), element(column.after()));
      List<PropertyChange> changes = new ArrayList<>();
      if (difference != null) {
        changes.addAll(difference.changes());
      }
      if (column.isMoved()) {
        changes.add(position(column));
      }
      if (!changes.isEmpty()) {
        DecisionTable.Column either = either(column);
        elements.add(
            new ElementDifference(
                either.id(),
                either.label(),
                either.type(),
                "",
                ChangeState.of(column.before(), column.after()),
                changes));
      }
    }
  }

  private void compareRows() {
    for (Pair<DecisionTable.Row> pair : rows) {
      List<PropertyChange> changes = new ArrayList<>();
      for (Pair<DecisionTable.Column> column : columns) {
        TableDifference.Cell cell = cell(pair, column);
        if (cell.isChanged()) {
          changes.add(
              PropertyChange.of(
                  ChangedProperty.CELL, either(column).label(), cell.before(), cell.after()));
        }
      }
      TableDifference.Cell description = description(pair);
      if (description.isChanged()) {
        changes.add(
            PropertyChange.of(
                ChangedProperty.DESCRIPTION, "", description.before(), description.after()));
      }
      if (pair.isMoved()) {
        changes.add(position(pair));
      }
      if (!changes.isEmpty() || pair.before() == null || pair.after() == null) {
        elements.add(rowDifference(pair, changes));
      }
    }
  }

  private static ElementDifference rowDifference(
      Pair<DecisionTable.Row> pair, List<PropertyChange> changes) {
    int number = pair.after() == null ? pair.numberBefore() : pair.numberAfter();
    return new ElementDifference(
        either(pair).id(),
        Integer.toString(number),
        ROW,
        "",
        ChangeState.of(pair.before(), pair.after()),
        changes);
  }

  static PropertyChange position(Pair<?> pair) {
    return PropertyChange.of(
        ChangedProperty.POSITION,
        "",
        Integer.toString(pair.numberBefore()),
        Integer.toString(pair.numberAfter()));
  }

  private static TableDifference.Column column(Pair<DecisionTable.Column> pair) {
    DecisionTable.Column either = either(pair);
    boolean isAsBefore =
        pair.before() != null
            && pair.after() != null
            && !pair.isMoved()
            && ModelElement.difference(pair.before().element(), pair.after().element()) == null;
    return new TableDifference.Column(
        either.id(),
        either.label(),
        DecisionTable.INPUT.equals(either.type()),
        isAsBefore ? null : ChangeState.of(pair.before(), pair.after()));
  }

  private TableDifference.Row row(Pair<DecisionTable.Row> pair) {
    List<TableDifference.Cell> cells = columns.stream().map(column -> cell(pair, column)).toList();
    TableDifference.Cell description = description(pair);
    boolean isAsBefore =
        pair.before() != null
            && pair.after() != null
            && cells.stream().noneMatch(TableDifference.Cell::isChanged)
            && !description.isChanged();
    return new TableDifference.Row(
        either(pair).id(),
        pair.numberBefore(),
        pair.numberAfter(),
        isAsBefore ? null : ChangeState.of(pair.before(), pair.after()),
        pair.isMoved(),
        cells,
        description);
  }

  private static TableDifference.Cell cell(
      Pair<DecisionTable.Row> row, Pair<DecisionTable.Column> column) {
    return new TableDifference.Cell(
        text(row.before(), column.before()), text(row.after(), column.after()));
  }

  private static String text(DecisionTable.Row row, DecisionTable.Column column) {
    return row == null || column == null ? null : row.cells().getOrDefault(column.key(), "");
  }

  private static TableDifference.Cell description(Pair<DecisionTable.Row> pair) {
    return new TableDifference.Cell(
        pair.before() == null ? null : pair.before().description(),
        pair.after() == null ? null : pair.after().description());
  }

  private static <T> T either(Pair<T> pair) {
    return pair.after() == null ? pair.before() : pair.after();
  }

  private static ModelElement element(DecisionTable.Column column) {
    return column == null ? null : column.element();
  }

  private static Map<Integer, String> content(DecisionTable.Row row) {
    return row.cells();
  }

  private static Object blankAsNull(String id) {
    return Objects.requireNonNullElse(id, "").isBlank() ? null : id;
  }
}
