package dev.baton.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.Problem;

/** What is wrong with an element of a model, so that Modeler can show it there. */
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
