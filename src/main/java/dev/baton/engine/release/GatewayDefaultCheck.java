package dev.baton.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.release.ReleaseComplaint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Whether gateways have a default where they branch on a word that people enter in a form or that a
 * decision table answers. Without one, a word that no branch knows stops the flow.
 */
@Component
class GatewayDefaultCheck implements ReleaseCheck {

  private static final String EQUALS = "(\\w+)\\s*(?:==|\\beq\\b)\\s*(?:'[^']*'|\"[^\"]*\")";

  private static final Pattern COMPARISON = Pattern.compile(EQUALS);

  private static final Pattern ONLY_COMPARISONS =
      Pattern.compile(
          "\\s*[$#]\\{\\s*%1$s(?:\\s*(?:\\|\\||\\bor\\b)\\s*%1$s)*\\s*}\\s*"
              .replace("%1$s", EQUALS));

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          Set<String> words = wordsOfPeopleAndTables(release, model);
          for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            comparedBy(gateway)
                .filter(words::contains)
                .map(variable -> complaint(release, file, gateway, variable))
                .ifPresent(complaints::add);
          }
        });
    return complaints;
  }

  /** A free text is an error: nobody can draw a branch for each word that may come. */
  private static ReleaseComplaint complaint(
      Release release, String file, ExclusiveGateway gateway, String variable) {
    boolean isFreeText =
        SequenceFlows.to(gateway).stream()
            .map(SequenceFlow::getSource)
            .filter(UserTask.class::isInstance)
            .map(task -> ((UserTask) task).getCamundaFormRef())
            .filter(Objects::nonNull)
            .flatMap(form -> release.form(form).stream())
            .anyMatch(form -> isFreeText(form, variable));
    return new ReleaseComplaint(
        file,
        gateway.getId(),
        gateway.getName(),
        "No branch is the default, so a value of '%s' that no branch names would stop the flow."
            .formatted(variable),
        "Draw a branch that leads to a person, such as back to the task, and make it the default.",
        isFreeText ? Severity.ERROR : Severity.WARNING);
  }

  /** The one variable whose words decide; empty where other conditions may well leave no gap. */
  private static Optional<String> comparedBy(ExclusiveGateway gateway) {
    List<SequenceFlow> branches = SequenceFlows.from(gateway);
    if (gateway.getDefault() != null || branches.size() < 2) {
      return Optional.empty();
    }
    Set<String> compared = new TreeSet<>();
    for (SequenceFlow branch : branches) {
      String condition =
          branch.getConditionExpression() == null
              ? ""
              : branch.getConditionExpression().getTextContent();
      if (!ONLY_COMPARISONS.matcher(condition).matches()) {
        return Optional.empty();
      }
      Matcher comparison = COMPARISON.matcher(condition);
      while (comparison.find()) {
        compared.add(comparison.group(1));
      }
    }
    return compared.size() == 1 ? compared.stream().findFirst() : Optional.empty();
  }

  private static Set<String> wordsOfPeopleAndTables(Release release, BpmnModelInstance model) {
    Set<String> words = new TreeSet<>();
    Stream.concat(
            model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef),
            model.getModelElementsByType(StartEvent.class).stream()
                .map(StartEvent::getCamundaFormRef))
        .filter(Objects::nonNull)
        .flatMap(form -> release.form(form).stream())
        .flatMap(form -> form.findValuesAsText("key").stream())
        .forEach(words::add);
    model.getModelElementsByType(BusinessRuleTask.class).stream()
        .map(BusinessRuleTask::getCamundaResultVariable)
        .filter(Objects::nonNull)
        .forEach(words::add);
    return words;
  }

  private static boolean isFreeText(JsonNode form, String variable) {
    return form.findParents("key").stream()
        .filter(field -> field.path("key").asText().equals(variable))
        .anyMatch(field -> field.path("type").asText().startsWith("text"));
  }
}
