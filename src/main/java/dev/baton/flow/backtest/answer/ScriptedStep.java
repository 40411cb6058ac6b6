package dev.baton.flow.backtest.answer;

import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.UserTaskKind;
import dev.baton.engine.release.PackagedRelease;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.TaskProperties;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/**
 * A step at which a flow waits for somebody.
 *
 * @param process id of the flow
 * @param kind what the user task is; null for an event that waits for a message
 * @param message the message that it waits for; null for a user task
 * @param isHeard whether the engine calls the desk's own listeners at it
 * @param isRecorded whether the events of a log move it, such as a resolution
 */
public record ScriptedStep(
    String process,
    String id,
    String label,
    UserTaskKind kind,
    String message,
    boolean isHeard,
    boolean isRecorded) {

  /** What a log can do on a task. */
  private static final Set<String> ACTS_OF_A_LOG = Set.of("resolve", "hold", "resume", "extend");

  /** All such steps that a release has and the one that comes with Baton has not. */
  public static List<ScriptedStep> unrecordedIn(Map<String, byte[]> release) {
    Set<String> known =
        all(new Release(PackagedRelease.files(), Set.of())).stream()
            .map(ScriptedStep::key)
            .collect(Collectors.toSet());
    return all(new Release(release, Set.of())).stream()
        .filter(step -> !known.contains(step.key()))
        .toList();
  }

  /** Distinguishes it from all other steps of a release. */
  public String key() {
    return process + "/" + id;
  }

  boolean isWait() {
    return kind == null;
  }

  private static List<ScriptedStep> all(Release release) {
    List<ScriptedStep> steps = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          model
              .getModelElementsByType(UserTask.class)
              .forEach(task -> steps.add(of(task, processOf(task))));
          model
              .getModelElementsByType(IntermediateCatchEvent.class)
              .forEach(event -> add(event, steps));
          model
              .getModelElementsByType(ReceiveTask.class)
              .forEach(
                  task -> {
                    if (task.getMessage() != null) {
                      steps.add(wait(task, task.getMessage().getName()));
                    }
                  });
        });
    return steps;
  }

  private static ScriptedStep of(UserTask task, String process) {
    UserTaskDescription description = UserTaskDescription.of(TaskProperties.of(task));
    boolean isHeard =
        task.getExtensionElements() == null
            || task.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaTaskListener.class)
                .list()
                .isEmpty();
    boolean isRecorded =
        description.is(UserTaskKind.CONFIRMATION)
            || !Collections.disjoint(description.offers(), ACTS_OF_A_LOG);
    return new ScriptedStep(
        process, task.getId(), task.getName(), description.kind(), null, isHeard, isRecorded);
  }

  private static void add(CatchEvent event, List<ScriptedStep> steps) {
    event.getEventDefinitions().stream()
        .filter(MessageEventDefinition.class::isInstance)
        .map(definition -> ((MessageEventDefinition) definition).getMessage())
        .filter(message -> message != null)
        .forEach(message -> steps.add(wait(event, message.getName())));
  }

  private static ScriptedStep wait(FlowNode node, String message) {
    return new ScriptedStep(
        processOf(node), node.getId(), node.getName(), null, message, false, false);
  }

  private static String processOf(FlowNode node) {
    var around = node.getParentElement();
    while (around instanceof SubProcess) {
      around = around.getParentElement();
    }
    return around instanceof Process process ? process.getId() : "";
  }
}
