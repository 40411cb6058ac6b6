package dev.baton.flow.diagram;

/** The words of a diagram that do not stand in its model, in the reader's language. */
@FunctionalInterface
public interface DiagramWords {

  /**
   * What kind of element it is, in words.
   *
   * @param type the name of the element in BPMN, such as {@code userTask} or {@code
   *     eventSubProcess}
   * @param event what an event waits for or does, such as {@code timer}; empty otherwise
   */
  String type(String type, String event);
}
