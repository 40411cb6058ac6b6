package dev.baton.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.Problem;

/** A problem with an element of a model, in a form that Modeler can show there. */
record ModelProblem(String element, String words) implements Problem {

  @Override
  public String getMessage() {
    return element.isEmpty() ? words : element + ": " + words;
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getColumn() {
    return 0;
  }

  @Override
  public String getMainElementId() {
    return element;
  }

  @Override
  public List<String> getElementIds() {
    return List.of(element);
  }
}
