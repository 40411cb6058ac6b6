package dev.baton.flow.check;

import static dev.baton.engine.release.ReleaseComplaint.Severity.ERROR;

import dev.baton.engine.release.FeelCell;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** FEEL can read every cell of a decision table, and reads in it what its owner means. */
@Component
class TableCellsCheck implements ReleaseCheck {

  private static final Set<String> OF_EVERY_CELL = Set.of("cellInput");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern UNQUOTED =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ -]*(,\\s*[\\p{L}\\p{N}_][\\p{L}\\p{N}_ -]*)*");
  private static final Pattern TYPOGRAPHIC = Pattern.compile("[“”„‟«»‘’]");

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    Set<String> readable = ModelVariables.readableIn(release);
    List<ReleaseComplaint> complaints = new ArrayList<>();
    for (CheckedTable table : CheckedTable.changedIn(release)) {
      Set<String> known = RequiredDecisions.of(release, table.id()).withAnswers(readable);
      known.addAll(OF_EVERY_CELL);
      table.inputs().forEach(input -> known.addAll(input.expression().variables()));
      table.eachCell(
          (row, column, cell, isCondition) -> {
            FeelCell content = cell.content();
            if (!content.isReadable()) {
              complaints.add(
                  table.complaint(
                      row,
                      column,
                      cell,
                      ERROR,
                      unreadable(content),
                      howToWrite(content, isCondition)));
            } else if (!known.containsAll(content.variables())) {
              complaints.add(
                  table.complaint(
                      row,
                      column,
                      cell,
                      ERROR,
                      unknown(content, known),
                      howToQuote(column, content, isCondition)));
            } else if (isOfOtherType(column, content, isCondition)) {
              complaints.add(
                  table.complaint(
                      row,
                      column,
                      cell,
                      ERROR,
                      "%s does not fit; the column holds %s%s."
                          .formatted(
                              content.text(),
                              kind(column),
                              isCondition ? ", so the row would never match" : ""),
                      howToFit(column)));
            }
          });
    }
    return complaints;
  }

  private static String unreadable(FeelCell cell) {
    return "%s is not valid FEEL. The decision would fail as soon as it reaches this row."
        .formatted(cell.text());
  }

  private static String howToWrite(FeelCell cell, boolean isCondition) {
    if (TYPOGRAPHIC.matcher(cell.text()).find()) {
      return "Use straight quotation marks (\").";
    }
    if (cell.text().chars().filter(letter -> letter == '"').count() % 2 == 1) {
      return "A quotation mark is missing.";
    }
    return isCondition
        ? "Put texts in quotation marks and commas between alternatives, such as \"P1\",\"P2\";"
            + " compare numbers as in >= 3."
        : "Enter one text in quotation marks, a number with a decimal point, or true or false.";
  }

  private static String unknown(FeelCell cell, Set<String> known) {
    Set<String> unknown = new TreeSet<>(cell.variables());
    unknown.removeAll(known);
    return "Without quotation marks, %s is read as a variable, but nothing sets %s."
        .formatted(
            String.join(" and ", unknown),
            unknown.size() == 1 ? "a variable of that name" : "variables of these names");
  }

  private static String howToQuote(CheckedTable.Column column, FeelCell cell, boolean isCondition) {
    if (!column.isText()) {
      return howToFit(column);
    }
    if (!UNQUOTED.matcher(cell.text()).matches()) {
      return howToWrite(cell, isCondition);
    }
    return "Enter %s."
        .formatted(
            Stream.of(cell.text().split(","))
                .map(word -> "\"" + word.strip() + "\"")
                .collect(Collectors.joining(",")));
  }

  private static boolean isOfOtherType(
      CheckedTable.Column column, FeelCell cell, boolean isCondition) {
    boolean isNumber = NUMBER.matcher(cell.text()).matches();
    boolean isTruth = cell.text().equals("true") || cell.text().equals("false");
    if (column.isNumber()) {
      return isTruth
          || cell.words().stream()
              .anyMatch(word -> isCondition || !NUMBER.matcher(word.strip()).matches());
    }
    if (column.isBoolean()) {
      return isNumber
          || cell.words().stream()
              .anyMatch(word -> isCondition || !word.equals("true") && !word.equals("false"));
    }
    return isCondition && "string".equals(column.type()) && (isNumber || isTruth);
  }

  private static String kind(CheckedTable.Column column) {
    if (column.isNumber()) {
      return "numbers";
    }
    return column.isBoolean() ? "true or false" : "texts";
  }

  private static String howToFit(CheckedTable.Column column) {
    if (column.isNumber()) {
      return "Enter a number without quotation marks.";
    }
    return column.isBoolean()
        ? "Enter true or false, without quotation marks."
        : "Put it in quotation marks.";
  }
}
