package dev.baton.flow.check;

import dev.baton.engine.release.FeelCell;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseComplaint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** A decision table as its owner sees it in Modeler: columns with labels, numbered rows. */
record CheckedTable(
    String file,
    String id,
    String name,
    HitPolicy hitPolicy,
    List<Column> inputs,
    List<Column> outputs,
    List<Row> rows) {

  /**
   * One column.
   *
   * @param name the variable that an input reads, null for a longer expression; what an output sets
   * @param type such as {@code string}; may be null
   * @param expression what an input reads; empty for an output
   * @param allowed the words that its owner allows; empty for any
   */
  record Column(
      String id, String label, String name, String type, FeelCell expression, FeelCell allowed) {

    boolean isNumber() {
      return List.of("integer", "long", "double", "number").contains(String.valueOf(type));
    }

    boolean isBoolean() {
      return "boolean".equals(type);
    }

    boolean isText() {
      return type == null || type.equals("string");
    }
  }

  /** One cell. */
  record Cell(String id, FeelCell content) {}

  /**
   * One row.
   *
   * @param number as Modeler counts, from 1
   */
  record Row(int number, List<Cell> conditions, List<Cell> answers) {

    /** Whether a cell of it cannot be read. */
    boolean isUnreadable() {
      return Stream.concat(conditions.stream(), answers.stream())
          .anyMatch(cell -> !cell.content().isReadable());
    }
  }

  /** What is done with a cell that has something in it. */
  interface CellVisitor {
    void visit(Row row, Column column, Cell cell, boolean isCondition);
  }

  /** All tables of the release. */
  static List<CheckedTable> in(Release release) {
    return release.once(CheckedTable.class, CheckedTable::read);
  }

  private static List<CheckedTable> read(Release release) {
    List<CheckedTable> tables = new ArrayList<>();
    for (Map.Entry<String, DmnModelInstance> file : release.tables().entrySet()) {
      for (Decision decision : file.getValue().getModelElementsByType(Decision.class)) {
        if (decision.getExpression() instanceof DecisionTable table) {
          tables.add(of(file.getKey(), decision, table));
        }
      }
    }
    return tables;
  }

  /** Those that somebody changed. */
  static List<CheckedTable> changedIn(Release release) {
    return in(release).stream().filter(table -> release.isChanged(table.file())).toList();
  }

  private static CheckedTable of(String file, Decision decision, DecisionTable table) {
    List<Row> rows = new ArrayList<>();
    for (Rule rule : table.getRules()) {
      rows.add(
          new Row(
              rows.size() + 1,
              cells(rule.getInputEntries(), entry -> new Cell(entry.getId(), condition(entry))),
              cells(rule.getOutputEntries(), entry -> new Cell(entry.getId(), value(entry)))));
    }
    return new CheckedTable(
        file,
        decision.getId(),
        decision.getName() == null ? decision.getId() : decision.getName(),
        table.getHitPolicy(),
        cells(table.getInputs(), CheckedTable::input),
        cells(table.getOutputs(), CheckedTable::output),
        rows);
  }

  private static <E, C> List<C> cells(Collection<E> elements, Function<E, C> made) {
    return elements.stream().map(made).toList();
  }

  private static Column input(Input input) {
    FeelCell expression =
        input.getInputExpression() == null ? FeelCell.value("") : value(input.getInputExpression());
    boolean isVariable =
        expression.variables().size() == 1 && expression.variables().contains(expression.text());
    return new Column(
        input.getId(),
        input.getLabel() == null || input.getLabel().isBlank()
            ? expression.text()
            : input.getLabel(),
        isVariable ? expression.text() : null,
        input.getInputExpression() == null ? null : input.getInputExpression().getTypeRef(),
        expression,
        input.getInputValues() == null
            ? FeelCell.condition("")
            : condition(input.getInputValues()));
  }

  private static Column output(Output output) {
    return new Column(
        output.getId(),
        output.getLabel() == null || output.getLabel().isBlank()
            ? String.valueOf(output.getName())
            : output.getLabel(),
        output.getName(),
        output.getTypeRef(),
        FeelCell.value(""),
        output.getOutputValues() == null
            ? FeelCell.condition("")
            : condition(output.getOutputValues()));
  }

  private static FeelCell condition(UnaryTests tests) {
    return isFeel(tests.getExpressionLanguage())
        ? FeelCell.condition(text(tests.getText()))
        : FeelCell.inAnotherLanguage(text(tests.getText()));
  }

  private static FeelCell value(LiteralExpression expression) {
    return isFeel(expression.getExpressionLanguage())
        ? FeelCell.value(text(expression.getText()))
        : FeelCell.inAnotherLanguage(text(expression.getText()));
  }

  private static boolean isFeel(String language) {
    return language == null || language.toLowerCase(Locale.ROOT).contains("feel");
  }

  private static String text(Text text) {
    return text == null ? "" : text.getTextContent();
  }

  /** Every cell that is not empty, row by row. */
  void eachCell(CellVisitor visitor) {
    for (Row row : rows) {
      visit(row, inputs, row.conditions(), true, visitor);
      visit(row, outputs, row.answers(), false, visitor);
    }
  }

  private static void visit(
      Row row, List<Column> columns, List<Cell> cells, boolean areConditions, CellVisitor visitor) {
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      if (!cells.get(i).content().isEmpty()) {
        visitor.visit(row, columns.get(i), cells.get(i), areConditions);
      }
    }
  }

  /** A complaint about the whole table. */
  ReleaseComplaint complaint(ReleaseComplaint.Severity severity, String problem, String remedy) {
    return new ReleaseComplaint(file, id, name, problem, remedy, severity);
  }

  /** A complaint about a column's head. */
  ReleaseComplaint complaint(
      Column column, ReleaseComplaint.Severity severity, String problem, String remedy) {
    return new ReleaseComplaint(file, column.id(), name, problem, remedy, severity);
  }

  /** A complaint about a cell; the problem follows its row and column. */
  ReleaseComplaint complaint(
      Row row,
      Column column,
      Cell cell,
      ReleaseComplaint.Severity severity,
      String problem,
      String remedy) {
    return new ReleaseComplaint(
        file,
        cell.id(),
        name,
        "Row %d, column \"%s\": %s".formatted(row.number(), column.label(), problem),
        remedy,
        severity);
  }
}
