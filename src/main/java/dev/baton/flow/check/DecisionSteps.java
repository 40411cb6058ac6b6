package dev.baton.flow.check;

import dev.baton.engine.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** The steps of a release's flows that make a decision, directly or by one that it is part of. */
record DecisionSteps(List<Step> steps) {

  private static final Set<String> ONE_RESULT = Set.of("singleEntry", "singleResult");

  /** A business rule task and its file. */
  record Step(String file, BusinessRuleTask task) {

    String label() {
      String name = task.getName();
      return name == null || name.isBlank() ? task.getId() : name.replace('\n', ' ');
    }
  }

  static DecisionSteps of(Release release, String decision) {
    Set<String> decisions = RequiredDecisions.dependentsOf(release, decision);
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<String, BpmnModelInstance> flow : release.flows().entrySet()) {
      flow.getValue().getModelElementsByType(BusinessRuleTask.class).stream()
          .filter(task -> decisions.contains(String.valueOf(task.getCamundaDecisionRef())))
          .forEach(task -> steps.add(new Step(flow.getKey(), task)));
    }
    return new DecisionSteps(steps);
  }

  boolean isChangedIn(Release release) {
    return steps.stream().anyMatch(step -> release.isChanged(step.file()));
  }

  /** The steps after which the flow cannot go on without a result, by their labels. */
  List<String> thatNeedAResult() {
    return steps.stream()
        .filter(
            step -> ONE_RESULT.contains(String.valueOf(step.task().getCamundaMapDecisionResult())))
        .map(step -> "\"%s\"".formatted(step.label()))
        .distinct()
        .toList();
  }

  /** What the steps themselves set the variable to; expressions left out. */
  Set<String> constantsOf(String variable) {
    return steps.stream()
        .flatMap(
            step ->
                step
                    .task()
                    .getModelInstance()
                    .getModelElementsByType(CamundaInputParameter.class)
                    .stream()
                    .filter(input -> isWithin(input, step.task())))
        .filter(input -> input.getCamundaName().equals(variable))
        .map(input -> input.getTextContent().strip())
        .filter(text -> !text.isEmpty() && !text.contains("${") && !text.contains("#{"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isWithin(CamundaInputParameter input, BusinessRuleTask task) {
    return input.getParentElement() != null
        && input.getParentElement().getParentElement() != null
        && task.equals(input.getParentElement().getParentElement().getParentElement());
  }
}
