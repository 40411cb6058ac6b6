package dev.baton.flow.web.page;

import dev.baton.flow.difference.ChangeState;
import java.util.List;

/**
 * What differs in a file, in the reader's language, for {@code desk/flow-difference.html}.
 *
 * @param anchor unique on the page
 * @param diagramBefore SVG with what is removed; null where there is none
 * @param diagramAfter SVG with what is added and changed; null where there is none
 * @param elements what differs, in words
 * @param tables the decision tables that differ
 * @param redrawn how many elements have only another place in the drawing
 */
public record FileDifferenceView(
    String anchor,
    String file,
    String kind,
    String name,
    ChangeState state,
    String diagramBefore,
    String diagramAfter,
    List<Element> elements,
    List<Table> tables,
    int redrawn) {

  /**
   * A step, a row, a field: what it is called and what of it differs.
   *
   * @param type what it is; empty where the label says it
   */
  public record Element(
      ChangeState state, String label, String id, String type, List<Change> changes) {}

  /**
   * @param detail which one, where there are several; empty otherwise
   * @param before null if there was none
   * @param after null if there is none
   */
  public record Change(String property, String detail, String before, String after) {}

  /** A decision table with what it was and what it is. */
  public record Table(String name, List<Column> columns, List<Row> rows) {}

  /**
   * @param state null if it is as before
   */
  public record Column(String label, boolean isInput, ChangeState state) {}

  /**
   * A row, or the gap where unchanged rows are left out.
   *
   * @param skipped how many rows are left out; then there is nothing else
   * @param number its place; before and after where they differ
   * @param state null if it is as before
   */
  public record Row(
      int skipped, String number, ChangeState state, boolean isMoved, List<Cell> cells) {}

  /**
   * @param before null unless it differs and was not empty
   * @param after null if it is empty or gone
   */
  public record Cell(String before, String after, boolean isChanged) {}

  /** Whether the former diagram shows what is not in the new one. */
  public boolean hasRemoved() {
    return elements.stream().anyMatch(element -> element.state() == ChangeState.REMOVED);
  }
}
