package dev.baton.notification.process;

import dev.baton.engine.release.Release;
import dev.baton.web.text.LocalizableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** Finds events in the communication plan of a release. */
final class PlannedEvents {

  private static final String PLAN = "notification-plan";
  private static final String TEMPLATE = "template";

  private PlannedEvents() {}

  /** Whether a row of the plan speaks of the event, by name or because it speaks of every event. */
  static boolean areNotified(Release release, String event) {
    return plans(release)
        .anyMatch(
            plan -> {
              int column = eventColumn(plan);
              return column < 0
                  || plan.getRules().stream()
                      .map(rule -> text(rule.getInputEntries(), column))
                      .anyMatch(cell -> isForEvery(cell) || names(cell, event));
            });
  }

  /** The rows of the plan that name the event, as a condition or as a template. */
  static List<LocalizableText> rowsThatName(Release release, String event) {
    List<LocalizableText> rows = new ArrayList<>();
    plans(release)
        .forEach(
            plan -> {
              int column = eventColumn(plan);
              int template = templateColumn(plan);
              int number = 0;
              for (Rule rule : plan.getRules()) {
                number++;
                if (names(text(rule.getInputEntries(), column), event)
                    || names(text(rule.getOutputEntries(), template), event)) {
                  rows.add(LocalizableText.of("refused.event.row", number));
                }
              }
            });
    return rows;
  }

  static Stream<DecisionTable> plans(Release release) {
    return release.tables().values().stream().flatMap(PlannedEvents::plans);
  }

  private static Stream<DecisionTable> plans(DmnModelInstance model) {
    return model.getModelElementsByType(Decision.class).stream()
        .filter(decision -> PLAN.equals(decision.getId()))
        .map(Decision::getExpression)
        .filter(DecisionTable.class::isInstance)
        .map(DecisionTable.class::cast);
  }

  private static int eventColumn(DecisionTable plan) {
    int column = 0;
    for (Input input : plan.getInputs()) {
      Text expression =
          input.getInputExpression() == null ? null : input.getInputExpression().getText();
      if (expression != null
          && expression.getTextContent().strip().equals(NotificationVariables.EVENT)) {
        return column;
      }
      column++;
    }
    return -1;
  }

  private static int templateColumn(DecisionTable plan) {
    int column = 0;
    for (Output output : plan.getOutputs()) {
      if (TEMPLATE.equals(output.getName())) {
        return column;
      }
      column++;
    }
    return -1;
  }

  private static String text(Collection<? extends DmnElement> cells, int column) {
    return column < 0
        ? ""
        : cells.stream().skip(column).findFirst().map(PlannedEvents::text).orElse("");
  }

  private static String text(DmnElement cell) {
    return cell.getTextContent().strip();
  }

  private static boolean isForEvery(String cell) {
    return cell.isEmpty() || cell.equals("-") || cell.startsWith("not(");
  }

  private static boolean names(String cell, String event) {
    return cell.contains('"' + event + '"');
  }
}
