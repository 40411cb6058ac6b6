package dev.baton.flow.check;

import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.ReleaseComplaint.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.springframework.stereotype.Component;

/**
 * A decision table answers every case that it can meet, once, and each of its rows is of use. Cases
 * are enumerated from what the columns allow and what the desk and the flows can say.
 */
@Component
class TableGapsCheck implements ReleaseCheck {

  private static final int MOST_NAMED = 5;
  private static final Set<HitPolicy> ONE_ROW =
      Set.of(HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.ANY);

  private final DeskVocabulary vocabulary;

  TableGapsCheck(DeskVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    Set<String> readable = ModelVariables.readableIn(release);
    List<ReleaseComplaint> complaints = new ArrayList<>();
    for (CheckedTable table : CheckedTable.in(release)) {
      DecisionSteps steps = DecisionSteps.of(release, table.id());
      boolean isChanged = release.isChanged(table.file()) || steps.isChangedIn(release);
      RequiredDecisions required = RequiredDecisions.of(release, table.id());
      if (isChanged && canBeRead(table, required.withAnswers(readable))) {
        Set<String> ofDesk = required.withAnswers(ModelVariables.READABLE);
        List<InputValues> inputs =
            table.inputs().stream().map(input -> values(table, input, steps, ofDesk)).toList();
        check(table, steps, inputs, complaints);
      }
    }
    return complaints;
  }

  /** Columns that read the same variable would make cases that cannot be. */
  private static boolean canBeRead(CheckedTable table, Set<String> readable) {
    long different = table.inputs().stream().map(in -> in.expression().text()).distinct().count();
    return different == table.inputs().size()
        && table.inputs().stream()
            .allMatch(input -> readable.containsAll(input.expression().variables()))
        && table.rows().stream().noneMatch(CheckedTable.Row::isUnreadable);
  }

  private static void check(
      CheckedTable table,
      DecisionSteps steps,
      List<InputValues> inputs,
      List<ReleaseComplaint> complaints) {
    TableCases cases = new TableCases(table, inputs);
    if (!ONE_ROW.contains(table.hitPolicy())) {
      unmatchedValues(table, inputs, cases, complaints);
    } else if (cases.areTooMany()) {
      complaints.add(
          table.complaint(
              Severity.WARNING,
              "The table has too many combinations of values, so nobody has looked for gaps in it.",
              "Split it into two decisions, or end it with a row without conditions."));
    } else {
      Findings found = new Findings();
      cases.each(found::add);
      gaps(table, steps, cases, found.gaps, complaints);
      if (table.hitPolicy() == HitPolicy.FIRST) {
        unreached(table, found, complaints);
      } else {
        overlaps(table, cases, found.overlaps, complaints);
      }
    }
  }

  /** What the cases show together. */
  private static final class Findings {

    private final List<TableCases.Case> gaps = new ArrayList<>();
    private final Map<List<Integer>, TableCases.Case> overlaps = new LinkedHashMap<>();
    private final BitSet matched = new BitSet();
    private final BitSet reached = new BitSet();

    void add(TableCases.Case given, BitSet mayMatch, BitSet match) {
      if (mayMatch.isEmpty()) {
        gaps.add(given);
      }
      matched.or(mayMatch);
      int first = match.nextSetBit(0);
      for (int row = mayMatch.nextSetBit(0); row >= 0; row = mayMatch.nextSetBit(row + 1)) {
        if (first < 0 || row <= first) {
          reached.set(row);
        }
      }
      int second = first < 0 ? -1 : match.nextSetBit(first + 1);
      if (second > 0) {
        overlaps.putIfAbsent(List.of(first, second), given);
      }
    }
  }

  private InputValues values(
      CheckedTable table, CheckedTable.Column input, DecisionSteps steps, Set<String> ofDesk) {
    Set<String> known = new LinkedHashSet<>(input.allowed().words());
    vocabulary
        .ofVariable(input.name())
        .filter(DeskVocabulary.Words::isComplete)
        .ifPresent(words -> known.addAll(words.all().get()));
    if (input.name() != null && !known.isEmpty()) {
      known.addAll(steps.constantsOf(input.name()));
    }
    boolean mayBeMissing = !ofDesk.containsAll(input.expression().variables());
    return InputValues.of(table, input, known, mayBeMissing);
  }

  private static void gaps(
      CheckedTable table,
      DecisionSteps steps,
      TableCases cases,
      List<TableCases.Case> gaps,
      List<ReleaseComplaint> complaints) {
    if (gaps.isEmpty()) {
      return;
    }
    List<TableCases.Case> summed = cases.summed(gaps, MOST_NAMED + 1);
    String named =
        summed.stream().limit(MOST_NAMED).map(cases::words).collect(Collectors.joining("; "));
    String more = summed.size() > MOST_NAMED ? " and others" : "";
    List<String> stopped = steps.thatNeedAResult();
    complaints.add(
        table.complaint(
            stopped.isEmpty() ? Severity.WARNING : Severity.ERROR,
            "No row matches %s%s. %s"
                .formatted(
                    named,
                    more,
                    stopped.isEmpty()
                        ? "The table gives no result there."
                        : "The flow would stop there at %s.".formatted(String.join(", ", stopped))),
            table.hitPolicy() == HitPolicy.FIRST
                ? "Add a row for it, or end the table with a row without conditions."
                : "Add a row for it."));
  }

  private static void overlaps(
      CheckedTable table,
      TableCases cases,
      Map<List<Integer>, TableCases.Case> overlaps,
      List<ReleaseComplaint> complaints) {
    overlaps.forEach(
        (rows, example) -> {
          if (table.hitPolicy() == HitPolicy.UNIQUE || !haveSameAnswers(table, rows)) {
            complaints.add(
                table.complaint(
                    Severity.ERROR,
                    "Rows %d and %d both match %s, but the table's hit policy %s allows that only if"
                            .formatted(
                                rows.get(0) + 1,
                                rows.get(1) + 1,
                                cases.words(example),
                                table.hitPolicy())
                        + (table.hitPolicy() == HitPolicy.UNIQUE
                            ? " one row matches. The flow would stop there."
                            : " their answers are the same. The flow would stop there."),
                    "Change the conditions of one of them, or use the hit policy FIRST."));
          }
        });
  }

  private static boolean haveSameAnswers(CheckedTable table, List<Integer> rows) {
    return answers(table, rows.get(0)).equals(answers(table, rows.get(1)));
  }

  private static List<String> answers(CheckedTable table, int row) {
    return table.rows().get(row).answers().stream().map(cell -> cell.content().text()).toList();
  }

  private static void unreached(
      CheckedTable table, Findings found, List<ReleaseComplaint> complaints) {
    BitSet never = (BitSet) found.matched.clone();
    never.andNot(found.reached);
    never.stream()
        .forEach(
            row ->
                complaints.add(
                    table.complaint(
                        Severity.WARNING,
                        "Row %d has no effect: the rows above it match everything that it matches."
                            .formatted(row + 1),
                        "Move it up, or delete it.")));
  }

  private static void unmatchedValues(
      CheckedTable table,
      List<InputValues> inputs,
      TableCases cases,
      List<ReleaseComplaint> complaints) {
    for (int column = 0; column < inputs.size(); column++) {
      InputValues input = inputs.get(column);
      String unmatched =
          input.isComplete()
              ? cases.unmatched(column).stream()
                  .map(InputValues.Value::words)
                  .collect(Collectors.joining(", "))
              : "";
      if (!unmatched.isEmpty()) {
        complaints.add(
            table.complaint(
                table.inputs().get(column),
                Severity.WARNING,
                "No row matches %s %s. The table gives no result there."
                    .formatted(input.label(), unmatched),
                "Add a row for it, if that is not what you want."));
      }
    }
  }
}
