package dev.baton.flow.check;

import dev.baton.engine.release.FeelCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a table's input that make a difference: all where they are known, else those that
 * its cells name, those next to the numbers in it, one that no cell names, and none.
 *
 * @param variable what the column reads; null for a longer expression
 * @param isComplete whether there are no others
 */
record InputValues(String label, String variable, List<Value> values, boolean isComplete) {

  private static final String UNNAMED = "(a value that no row names)";

  /**
   * One value.
   *
   * @param words as it stands in a sentence after the column's label
   */
  record Value(Object content, String words) {}

  /**
   * @param known all values, as far as somebody lists them; may be empty
   * @param mayBeMissing whether there are incidents without a value
   */
  static InputValues of(
      CheckedTable table,
      CheckedTable.Column column,
      Collection<String> known,
      boolean mayBeMissing) {
    List<FeelCell> cells = cells(table, column);
    boolean isTyped = column.type() != null;
    boolean isTruth = column.isBoolean() || !isTyped && cells.stream().anyMatch(FeelCell::hasTruth);
    boolean isNumber =
        column.isNumber() || !isTyped && cells.stream().anyMatch(cell -> !cell.numbers().isEmpty());
    boolean isComplete = isTruth || !known.isEmpty() && !isNumber;
    List<Value> values = new ArrayList<>();
    if (isTruth) {
      values.add(new Value(true, "true"));
      values.add(new Value(false, "false"));
    } else if (isNumber) {
      numbers(cells).forEach(number -> values.add(new Value(plain(number), number.toString())));
    } else if (isComplete) {
      known.forEach(word -> values.add(new Value(word, word)));
    } else {
      words(cells).forEach(word -> values.add(new Value(word, word)));
      values.add(new Value(UNNAMED, values.isEmpty() ? "with any value" : "with any other value"));
    }
    if (mayBeMissing || !isComplete && !isNumber) {
      values.add(new Value(null, "empty"));
    }
    return new InputValues(column.label(), column.name(), List.copyOf(values), isComplete);
  }

  private static List<FeelCell> cells(CheckedTable table, CheckedTable.Column column) {
    int place = table.inputs().indexOf(column);
    return table.rows().stream()
        .filter(row -> place < row.conditions().size())
        .map(row -> row.conditions().get(place).content())
        .toList();
  }

  private static Set<String> words(List<FeelCell> cells) {
    return cells.stream()
        .flatMap(cell -> cell.words().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those in the cells and their neighbours, since a border may belong to either side. */
  private static Set<BigDecimal> numbers(List<FeelCell> cells) {
    Set<BigDecimal> numbers =
        cells.stream()
            .flatMap(cell -> cell.numbers().stream())
            .flatMap(
                number ->
                    Stream.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE)))
            .collect(Collectors.toCollection(TreeSet::new));
    return numbers.isEmpty() ? Set.of(BigDecimal.ONE) : numbers;
  }

  private static Number plain(BigDecimal number) {
    return number.scale() > 0 ? (Number) number.doubleValue() : (Number) number.longValue();
  }
}
