package dev.baton.engine.migration;

import dev.baton.engine.MigrationImpossible;
import dev.baton.engine.TrustedEngineAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/**
 * Starts a step again for an instance that waits where the other version has nothing. An instance
 * without any place to wait would end; so it waits at another step of its version, where nothing
 * happens, until it is moved, and then comes to the step of the other version.
 */
@Component
class StepRestarts {

  private final RuntimeService runtimeService;
  private final TrustedEngineAccess trust;
  private final StepMappings mappings;
  private final FlowDefinitions definitions;

  StepRestarts(
      RuntimeService runtimeService,
      TrustedEngineAccess trust,
      StepMappings mappings,
      FlowDefinitions definitions) {
    this.runtimeService = runtimeService;
    this.trust = trust;
    this.mappings = mappings;
    this.definitions = definitions;
  }

  /**
   * Where it waits meanwhile.
   *
   * @param scope the part of the flow around it, as a step of this instance
   * @param step to be started again
   */
  record Parked(String activityInstanceId, Scope scope, String step) {}

  /** A part of the flow that runs: the flow itself or a sub-process. */
  record Scope(String activityId, String activityInstanceId) {}

  private record Waiting(String id, boolean isTransition, Scope scope, String step) {}

  /** Takes what waits at such steps to another one, without running listeners. */
  List<Parked> park(FlowInstance instance, String to, Map<String, StepTarget> targets) {
    if (targets.values().stream().noneMatch(StepTarget::again)) {
      return List.of();
    }
    List<Parked> parked = new ArrayList<>();
    for (Waiting waiting : waiting(tree(instance.id()), targets)) {
      Set<String> before = leaves(tree(instance.id()));
      String place = place(instance.definitionId(), to, targets, waiting);
      modify(
          instance.id(),
          true,
          modification -> {
            start(modification, instance.definitionId(), place, waiting.scope);
            if (waiting.isTransition) {
              modification.cancelTransitionInstance(waiting.id);
            } else {
              modification.cancelActivityInstance(waiting.id);
            }
          });
      Set<String> after = leaves(tree(instance.id()));
      after.removeAll(before);
      if (after.size() != 1) {
        throw new MigrationImpossible(
            "'%s' cannot be left for another step."
                .formatted(definitions.label(instance.definitionId(), waiting.step)),
            null);
      }
      parked.add(
          new Parked(after.iterator().next(), waiting.scope, targets.get(waiting.step).step()));
    }
    return parked;
  }

  /**
   * Starts the steps in the version that the instance is on now.
   *
   * @throws MigrationImpossible if the flow comes to its end from there
   */
  void restart(FlowInstance instance, String definitionId, List<Parked> parked) {
    for (Parked each : parked) {
      modify(
          instance.id(),
          false,
          modification -> start(modification, definitionId, each.step, each.scope));
      ActivityInstance now = tree(instance.id());
      if (now == null) {
        throw new MigrationImpossible(
            "The flow '%s' would end.".formatted(definitions.get(definitionId).name()), null);
      }
      if (leaves(now).contains(each.activityInstanceId)) {
        modify(
            instance.id(),
            false,
            modification -> modification.cancelActivityInstance(each.activityInstanceId));
      }
    }
  }

  private interface Change {
    void to(ProcessInstanceModificationBuilder modification);
  }

  private void modify(String instanceId, boolean isSilent, Change change) {
    trust.trusted(
        () -> {
          ProcessInstanceModificationBuilder modification =
              runtimeService.createProcessInstanceModification(instanceId);
          change.to(modification);
          modification.execute(isSilent, isSilent);
          return null;
        });
  }

  /** In the same part of the flow as before, where the step belongs to it. */
  private void start(
      ProcessInstanceModificationBuilder modification,
      String definitionId,
      String step,
      Scope scope) {
    if (scopeOf(definitionId, step).equals(scope.activityId)) {
      modification.startBeforeActivity(step, scope.activityInstanceId);
    } else {
      modification.startBeforeActivity(step);
    }
  }

  /** The id of the sub-process around it, or nothing for the flow itself. */
  private String scopeOf(String definitionId, String step) {
    return definitions.model(definitionId).getModelElementById(step) instanceof FlowNode node
            && node.getParentElement()
                instanceof org.camunda.bpm.model.bpmn.instance.SubProcess part
        ? part.getId()
        : "";
  }

  /**
   * Best without a timer, whose due date may not be known there, and in the same part of the flow.
   */
  private String place(String from, String to, Map<String, StepTarget> targets, Waiting waiting) {
    Map<String, String> counterparts = mappings.counterparts(from, to, targets);
    BpmnModelInstance model = definitions.model(from);
    return definitions.steps(from).stream()
        .filter(step -> counterparts.containsKey(step.id()))
        .filter(step -> !targets.containsKey(step.id()))
        .filter(step -> isPlace(model, step))
        .min(
            Comparator.<FlowStep>comparingInt(step -> hasTimer(model, step.id()) ? 1 : 0)
                .thenComparingInt(
                    step -> scopeOf(from, step.id()).equals(waiting.scope.activityId) ? 0 : 1))
        .map(FlowStep::id)
        .orElseThrow(
            () ->
                new MigrationImpossible(
                    "'%s' cannot be left for another step, since the two versions have no step in"
                            .formatted(definitions.label(from, waiting.step))
                        + " common where it could wait meanwhile.",
                    null));
  }

  private static boolean isPlace(BpmnModelInstance model, FlowStep step) {
    return step.type().equals("userTask")
        || step.type().equals("receiveTask")
        || step.type().equals("intermediateCatchEvent")
            && !((FlowNode) model.getModelElementById(step.id()))
                .getIncoming().stream()
                    .anyMatch(
                        flow ->
                            flow.getSource()
                                instanceof org.camunda.bpm.model.bpmn.instance.EventBasedGateway);
  }

  private static boolean hasTimer(BpmnModelInstance model, String step) {
    boolean isTimer =
        !model
            .getModelElementById(step)
            .getChildElementsByType(model.getModel().getType(TimerEventDefinition.class))
            .isEmpty();
    return isTimer
        || model.getModelElementsByType(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().getId().equals(step))
            .anyMatch(
                event ->
                    event.getEventDefinitions().stream()
                        .anyMatch(TimerEventDefinition.class::isInstance));
  }

  private ActivityInstance tree(String instanceId) {
    return trust.trusted(() -> runtimeService.getActivityInstance(instanceId));
  }

  private static List<Waiting> waiting(ActivityInstance tree, Map<String, StepTarget> targets) {
    List<Waiting> found = new ArrayList<>();
    collect(tree, new Scope("", tree.getId()), targets, found);
    return found;
  }

  private static void collect(
      ActivityInstance part, Scope scope, Map<String, StepTarget> targets, List<Waiting> found) {
    for (TransitionInstance waiting : part.getChildTransitionInstances()) {
      if (isLeft(waiting.getActivityId(), targets)) {
        found.add(new Waiting(waiting.getId(), true, scope, waiting.getActivityId()));
      }
    }
    for (ActivityInstance child : part.getChildActivityInstances()) {
      if (isLeft(child.getActivityId(), targets)) {
        found.add(new Waiting(child.getId(), false, scope, child.getActivityId()));
      } else {
        boolean isPart = "subProcess".equals(child.getActivityType());
        collect(
            child,
            isPart ? new Scope(child.getActivityId(), child.getId()) : scope,
            targets,
            found);
      }
    }
  }

  private static boolean isLeft(String step, Map<String, StepTarget> targets) {
    return targets.containsKey(step) && targets.get(step).again();
  }

  private static Set<String> leaves(ActivityInstance part) {
    Set<String> ids = new HashSet<>();
    for (ActivityInstance child : part.getChildActivityInstances()) {
      if (child.getChildActivityInstances().length == 0
          && child.getChildTransitionInstances().length == 0) {
        ids.add(child.getId());
      }
      ids.addAll(leaves(child));
    }
    return ids;
  }
}
