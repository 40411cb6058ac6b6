package dev.baton.notification.process;

import dev.baton.engine.release.StepInputs;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** Finds the steps of a flow that announce an event. */
final class EventSteps {

  private EventSteps() {}

  static List<ServiceTask> in(BpmnModelInstance flow) {
    return flow.getModelElementsByType(ServiceTask.class).stream()
        .filter(task -> "${tell}".equals(task.getCamundaDelegateExpression()))
        .toList();
  }

  /** What the step's input says; empty if it has none. */
  static Optional<String> eventOf(ServiceTask step) {
    return Optional.ofNullable(StepInputs.of(step).get(NotificationVariables.EVENT));
  }

  /** Differs each time that the flow comes to the step. */
  static String arrival(DelegateExecution execution) {
    String id = execution.getActivityInstanceId();
    return id.substring(id.lastIndexOf(':') + 1);
  }

  /** As a sentence names it, such as {@code "Tell the client" (tellClient)}. */
  static String words(ServiceTask step) {
    String label = step.getName() == null ? "" : step.getName().strip().replace('\n', ' ');
    return label.isEmpty() ? step.getId() : "\"%s\" (%s)".formatted(label, step.getId());
  }
}
