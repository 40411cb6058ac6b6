package dev.baton.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Whether each outcome that a form offers has a branch: the value of the field {@code outcome}
 * against the conditions of the gateway that follows, and of the one behind the sub-process around
 * it where the branch ends there.
 */
@Component
class OutcomeCheck implements ReleaseCheck {

  private static final Pattern OUTCOME =
      Pattern.compile("outcome\\s*(?:==|eq)\\s*['\"]([^'\"]*)['\"]");

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            Optional<JsonNode> form =
                Optional.ofNullable(task.getCamundaFormRef()).flatMap(release::form);
            form.ifPresent(
                found -> {
                  for (String outcome : outcomes(found)) {
                    check(file, task, task, outcome, new HashSet<>(), complaints);
                  }
                });
          }
        });
    return complaints;
  }

  private static void check(
      String file,
      UserTask task,
      FlowNode from,
      String outcome,
      Set<FlowNode> seen,
      List<ReleaseComplaint> complaints) {
    for (SequenceFlow flow : SequenceFlows.from(from)) {
      FlowNode next = flow.getTarget();
      if (next instanceof EndEvent && next.getParentElement() instanceof SubProcess around) {
        if (seen.add(around)) {
          check(file, task, around, outcome, seen, complaints);
        }
      } else if (next instanceof ExclusiveGateway gateway && decidesByOutcome(gateway)) {
        Optional<SequenceFlow> branch = branch(gateway, outcome);
        if (branch.isEmpty()) {
          complaints.add(
              ReleaseComplaint.error(
                  file,
                  gateway.getId(),
                  gateway.getName(),
                  ("The form of \"%s\" offers '%s', but no branch takes it: completing the task"
                          + " with it would %s.")
                      .formatted(
                          task.getName(),
                          outcome,
                          gateway.getDefault() == null ? "fail" : "only bring the task back"),
                  "Add a branch with the condition ${outcome == '%s'}, or remove the option."
                      .formatted(outcome)));
        } else if (endsSubProcess(branch.get())) {
          SubProcess around = (SubProcess) branch.get().getTarget().getParentElement();
          if (seen.add(around)) {
            check(file, task, around, outcome, seen, complaints);
          }
        }
      }
    }
  }

  private static boolean endsSubProcess(SequenceFlow branch) {
    return branch.getTarget() instanceof EndEvent end
        && end.getParentElement() instanceof SubProcess;
  }

  private static Optional<SequenceFlow> branch(ExclusiveGateway gateway, String outcome) {
    return SequenceFlows.from(gateway).stream()
        .filter(flow -> values(flow).contains(outcome))
        .findFirst()
        .or(() -> Optional.ofNullable(gateway.getDefault()).filter(OutcomeCheck::leadsOn));
  }

  /** Whether something is done on this branch; one back to a person alone is for unknown words. */
  private static boolean leadsOn(SequenceFlow branch) {
    Set<FlowNode> seen = new HashSet<>();
    FlowNode next = branch.getTarget();
    while (next instanceof ExclusiveGateway gateway && seen.add(gateway)) {
      List<SequenceFlow> onward = SequenceFlows.from(gateway);
      next =
          (gateway.getDefault() == null
                  ? onward.stream().findFirst()
                  : Optional.of(gateway.getDefault()))
              .map(SequenceFlow::getTarget)
              .orElse(null);
    }
    return !(next instanceof UserTask);
  }

  private static boolean decidesByOutcome(ExclusiveGateway gateway) {
    return SequenceFlows.from(gateway).stream().anyMatch(flow -> !values(flow).isEmpty());
  }

  private static Set<String> values(SequenceFlow flow) {
    Set<String> values = new TreeSet<>();
    if (flow.getConditionExpression() != null) {
      Matcher literal = OUTCOME.matcher(flow.getConditionExpression().getTextContent());
      while (literal.find()) {
        values.add(literal.group(1));
      }
    }
    return values;
  }

  private static Set<String> outcomes(JsonNode form) {
    Set<String> outcomes = new TreeSet<>();
    collect(form, outcomes);
    return outcomes;
  }

  private static void collect(JsonNode node, Set<String> outcomes) {
    if (node.path("key").asText().equals("outcome")) {
      node.path("values").forEach(value -> outcomes.add(value.path("value").asText()));
    }
    node.path("components").forEach(inner -> collect(inner, outcomes));
  }
}
