package dev.baton.engine.release;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** The events on the edges of steps by the ids that they name, whatever these are. */
public final class BoundaryEvents {

  private static final String ATTACHED_TO = "attachedToRef";

  private BoundaryEvents() {}

  /** The step that the event is attached to; empty if it names something else. */
  public static Optional<FlowNode> host(BoundaryEvent event) {
    return Optional.ofNullable(event.getAttributeValue(ATTACHED_TO))
        .map(id -> (Object) event.getModelInstance().getModelElementById(id))
        .filter(FlowNode.class::isInstance)
        .map(FlowNode.class::cast);
  }

  static List<BoundaryEvent> of(FlowNode step) {
    return step.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> step.getId().equals(event.getAttributeValue(ATTACHED_TO)))
        .toList();
  }

  static boolean haveTimer(FlowNode step) {
    return of(step).stream()
        .flatMap(event -> event.getEventDefinitions().stream())
        .anyMatch(TimerEventDefinition.class::isInstance);
  }
}
