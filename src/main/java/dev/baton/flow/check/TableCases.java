package dev.baton.flow.check;

import dev.baton.engine.release.FeelCell.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every case that a decision table can meet, one value for each input, and the rows that match it.
 * A row matches possibly where a cell depends on more than its input.
 */
final class TableCases {

  private static final int MOST_CASES = 50_000;

  private final List<InputValues> inputs;
  private final int rows;
  private final List<List<BitSet>> possible = new ArrayList<>();
  private final List<List<BitSet>> certain = new ArrayList<>();

  /**
   * @param inputs the values of each input, in the order of the table
   */
  TableCases(CheckedTable table, List<InputValues> inputs) {
    this.inputs = inputs;
    this.rows = table.rows().size();
    for (int column = 0; column < inputs.size(); column++) {
      List<BitSet> possibleRows = new ArrayList<>();
      List<BitSet> certainRows = new ArrayList<>();
      for (InputValues.Value value : inputs.get(column).values()) {
        BitSet mayMatch = new BitSet();
        BitSet match = new BitSet();
        for (CheckedTable.Row row : table.rows()) {
          Match answer = answer(row, column, inputs.get(column), value);
          mayMatch.set(row.number() - 1, answer != Match.NO);
          match.set(row.number() - 1, answer == Match.YES);
        }
        possibleRows.add(mayMatch);
        certainRows.add(match);
      }
      possible.add(possibleRows);
      certain.add(certainRows);
    }
  }

  private static Match answer(
      CheckedTable.Row row, int column, InputValues input, InputValues.Value value) {
    return column < row.conditions().size()
        ? row.conditions().get(column).content().matches(input.variable(), value.content())
        : Match.YES;
  }

  /** Whether there are more than can be looked at. */
  boolean areTooMany() {
    return inputs.stream().mapToLong(input -> input.values().size()).reduce(1, TableCases::times)
        > MOST_CASES;
  }

  private static long times(long one, long other) {
    return Math.min(one * other, MOST_CASES + 1L);
  }

  /** Calls it for each case with the rows that may match it and those that do. */
  void each(CaseVisitor visitor) {
    int[] picked = new int[inputs.size()];
    do {
      visitor.visit(
          new Case(Arrays.stream(picked).boxed().toList()),
          rowsOf(picked, possible),
          rowsOf(picked, certain));
    } while (next(picked));
  }

  /** The values of the column that no row may match, whatever the other inputs are. */
  List<InputValues.Value> unmatched(int column) {
    return IntStream.range(0, inputs.get(column).values().size())
        .filter(value -> possible.get(column).get(value).isEmpty())
        .mapToObj(value -> inputs.get(column).values().get(value))
        .toList();
  }

  private boolean next(int[] picked) {
    for (int column = picked.length - 1; column >= 0; column--) {
      if (++picked[column] < inputs.get(column).values().size()) {
        return true;
      }
      picked[column] = 0;
    }
    return false;
  }

  private BitSet rowsOf(int[] picked, List<List<BitSet>> matches) {
    BitSet all = new BitSet();
    all.set(0, rows);
    for (int column = 0; column < picked.length; column++) {
      all.and(matches.get(column).get(picked[column]));
    }
    return all;
  }

  /** What is done with a case. */
  interface CaseVisitor {
    void visit(Case given, BitSet mayMatch, BitSet match);
  }

  /** A value for each input, by its position; -1 stands for any value. */
  record Case(List<Integer> values) {

    private static final int ANY = -1;

    private Case anyOf(int column) {
      List<Integer> wider = new ArrayList<>(values);
      wider.set(column, ANY);
      return new Case(wider);
    }

    private boolean isAny(int column) {
      return values.get(column) == ANY;
    }

    private boolean covers(Case other) {
      return IntStream.range(0, values.size())
          .allMatch(i -> isAny(i) || values.get(i).equals(other.values.get(i)));
    }
  }

  /**
   * The cases in few: where all values of an input are among them, "any" stands for them.
   *
   * @param most how many to give at most
   */
  List<Case> summed(List<Case> cases, int most) {
    List<Case> summed = new ArrayList<>();
    for (Case one : cases) {
      if (summed.size() < most && summed.stream().noneMatch(wide -> wide.covers(one))) {
        summed.add(widened(one, cases));
      }
    }
    return summed;
  }

  private Case widened(Case one, List<Case> among) {
    Case wide = one;
    for (int column = 0; column < inputs.size(); column++) {
      Case wider = wide.anyOf(column);
      if (count(wider) == among.stream().filter(wider::covers).count()) {
        wide = wider;
      }
    }
    return wide;
  }

  private long count(Case wide) {
    long count = 1;
    for (int column = 0; column < inputs.size(); column++) {
      count *= wide.isAny(column) ? inputs.get(column).values().size() : 1;
    }
    return count;
  }

  /** As its owner would say it: {@code Tier GOLD × Priority P3}. */
  String words(Case given) {
    List<String> words = new ArrayList<>();
    for (int column = 0; column < inputs.size(); column++) {
      InputValues input = inputs.get(column);
      if (!given.isAny(column) && input.values().size() > 1) {
        int picked = given.values().get(column);
        words.add("%s %s".formatted(input.label(), input.values().get(picked).words()));
      }
    }
    return words.isEmpty() ? "any incident" : String.join(" × ", words);
  }
}
