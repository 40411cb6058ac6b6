package dev.baton.flow.check;

import dev.baton.engine.release.BoundaryEvents;
import dev.baton.engine.release.SequenceFlows;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What may have happened in a flow when one of its steps begins. */
final class StepsBefore {

  private final Set<FlowNode> found = new LinkedHashSet<>();
  private final Deque<FlowNode> open = new ArrayDeque<>();

  private StepsBefore() {}

  /** The steps that may have come before, the step itself among them. */
  static Set<FlowNode> of(FlowNode step) {
    StepsBefore search = new StepsBefore();
    search.add(step);
    while (!search.open.isEmpty()) {
      search.goBack(search.open.remove());
    }
    return search.found;
  }

  private void goBack(FlowNode step) {
    SequenceFlows.to(step).stream().map(SequenceFlow::getSource).forEach(this::add);
    if (step instanceof BoundaryEvent event) {
      BoundaryEvents.host(event).ifPresent(this::add);
    }
    if (step.getParentElement() instanceof SubProcess around) {
      add(around);
      if (around.triggeredByEvent()) {
        addAllWithin(around.getParentElement()); // it may interrupt anything there
      }
    }
  }

  private void add(FlowNode step) {
    if (found.add(step)) {
      open.add(step);
      if (step instanceof SubProcess) {
        addAllWithin(step);
      }
    }
  }

  private void addAllWithin(ModelElementInstance scope) {
    scope.getModelInstance().getModelElementsByType(FlowNode.class).stream()
        .filter(step -> scope.equals(step.getParentElement()))
        .forEach(this::add);
  }
}
