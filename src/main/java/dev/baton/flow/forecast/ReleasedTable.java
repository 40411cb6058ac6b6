package dev.baton.flow.forecast;

import dev.baton.engine.release.FeelCell;
import dev.baton.engine.release.Release;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/** A decision of a release, with those of its file that it is made from. */
record ReleasedTable(String file, Decision decision) {

  static Optional<ReleasedTable> of(Release release, String decision) {
    return release.tables().entrySet().stream()
        .filter(table -> table.getValue().getModelElementById(decision) instanceof Decision)
        .map(
            table ->
                new ReleasedTable(table.getKey(), table.getValue().getModelElementById(decision)))
        .findFirst();
  }

  DmnModelInstance model() {
    return (DmnModelInstance) decision.getModelInstance();
  }

  String label() {
    return decision.getName() == null ? decision.getId() : decision.getName();
  }

  /** The variables that it reads from the incident, not from another decision. */
  Set<String> reads() {
    Set<String> names = new TreeSet<>();
    model().getModelElementsByType(Input.class).stream()
        .filter(input -> input.getInputExpression() != null)
        .map(ReleasedTable::expression)
        .forEach(expression -> names.addAll(expression.variables()));
    model().getModelElementsByType(Output.class).stream()
        .map(Output::getName)
        .filter(Objects::nonNull)
        .forEach(names::remove);
    return names;
  }

  /** What each input of it reads, where that is one variable; by the input's id. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    for (Input input : model().getModelElementsByType(Input.class)) {
      if (input.getInputExpression() != null && expression(input).variables().size() == 1) {
        variables.put(input.getId(), expression(input).variables().iterator().next());
      }
    }
    return variables;
  }

  private static FeelCell expression(Input input) {
    return FeelCell.value(
        input.getInputExpression().getText() == null
            ? ""
            : input.getInputExpression().getText().getTextContent());
  }
}
