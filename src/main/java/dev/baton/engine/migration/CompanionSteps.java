package dev.baton.engine.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/** What goes along with a step: the events on its edge, the steps in it, and its repetition. */
@Component
class CompanionSteps {

  private static final String BODY = "#multiInstanceBody";

  private final FlowDefinitions definitions;

  CompanionSteps(FlowDefinitions definitions) {
    this.definitions = definitions;
  }

  /** By the id of each such step in the one version its counterpart in the other. */
  Map<String, String> of(String from, String source, String to, String target) {
    BpmnModelInstance before = definitions.model(from);
    BpmnModelInstance after = definitions.model(to);
    Map<String, String> found = new HashMap<>();
    if (isRepeated(before, source) && isRepeated(after, target)) {
      found.put(source + BODY, target + BODY);
    }
    List<BoundaryEvent> theirs = edgeOf(after, target);
    edgeOf(before, source)
        .forEach(
            event ->
                counterpart(event, theirs)
                    .ifPresent(other -> found.put(event.getId(), other.getId())));
    if (before.getModelElementById(source) instanceof SubProcess part) {
      inside(part, after, found);
    }
    return found;
  }

  boolean hasTrigger(String definitionId, String step) {
    return definitions.model(definitionId).getModelElementById(step) instanceof CatchEvent event
        && !event.getEventDefinitions().isEmpty();
  }

  private static void inside(SubProcess part, BpmnModelInstance after, Map<String, String> found) {
    for (FlowNode node : part.getChildElementsByType(FlowNode.class)) {
      if (after.getModelElementById(node.getId()) != null) {
        found.put(node.getId(), node.getId());
        if (isRepeated(after, node.getId())) {
          found.put(node.getId() + BODY, node.getId() + BODY);
        }
      }
      if (node instanceof SubProcess inner) {
        inside(inner, after, found);
      }
    }
  }

  private static boolean isRepeated(BpmnModelInstance model, String step) {
    return model.getModelElementById(step) instanceof Activity activity
        && activity.getLoopCharacteristics() != null;
  }

  private static List<BoundaryEvent> edgeOf(BpmnModelInstance model, String step) {
    return model.getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo() != null)
        .filter(event -> event.getAttachedTo().getId().equals(step))
        .toList();
  }

  /** The event with the same id, or the only one that waits for the same. */
  private static Optional<BoundaryEvent> counterpart(
      BoundaryEvent event, List<BoundaryEvent> theirs) {
    Optional<BoundaryEvent> equal =
        theirs.stream().filter(other -> other.getId().equals(event.getId())).findFirst();
    if (equal.isPresent()) {
      return equal;
    }
    List<BoundaryEvent> alike =
        theirs.stream().filter(other -> trigger(other).equals(trigger(event))).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private static String trigger(BoundaryEvent event) {
    return event.getEventDefinitions().stream()
        .map(CompanionSteps::trigger)
        .findFirst()
        .orElse("none");
  }

  private static String trigger(EventDefinition event) {
    String type = event.getElementType().getTypeName();
    return event instanceof MessageEventDefinition message && message.getMessage() != null
        ? type + " " + message.getMessage().getName()
        : type;
  }
}
