package dev.baton.flow.difference;

import java.util.List;

/**
 * What differs in one element of a file: a step, a line, a row, a column, a field.
 *
 * @param id its id in the file; empty for the file itself
 * @param label what it is called there; for a line without words, its ends; may be empty
 * @param type what it is: the name of the element in BPMN or DMN, {@code row}, {@code input},
 *     {@code output}, {@code field} or {@code file}
 * @param event what an event waits for or does, such as {@code timer}; empty otherwise
 * @param changes its properties that differ; all of them if it is added or removed
 */
public record ElementDifference(
    String id,
    String label,
    String type,
    String event,
    ChangeState state,
    List<PropertyChange> changes) {

  static final String FILE = "file";

  static ElementDifference ofFile(ChangeState state, PropertyChange change) {
    return new ElementDifference("", "", FILE, "", state, List.of(change));
  }
}
