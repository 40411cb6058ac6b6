package dev.baton.engine.release;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/** Whether every step can be reached and every gateway can be left. */
@Component
class GatewayCheck implements ReleaseCheck {

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            check(file, gateway, complaints);
          }
          for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (!SequenceFlows.leadTo(node) && !beginsByItself(node)) {
              complaints.add(
                  ReleaseComplaint.error(
                      file,
                      node.getId(),
                      node.getName(),
                      "Nothing leads to this step, so it would never happen.",
                      "Connect it, or remove it."));
            }
          }
        });
    return complaints;
  }

  private static void check(
      String file, ExclusiveGateway gateway, List<ReleaseComplaint> complaints) {
    if (SequenceFlows.from(gateway).size() < 2) {
      return;
    }
    for (SequenceFlow branch : SequenceFlows.from(gateway)) {
      boolean isDefault = branch.equals(gateway.getDefault());
      if (branch.getConditionExpression() == null && !isDefault) {
        complaints.add(
            ReleaseComplaint.error(
                file,
                gateway.getId(),
                gateway.getName(),
                "The branch to \"%s\" has no condition and is not the default: it would always win."
                    .formatted(branch.getTarget().getName()),
                "Give it a condition, or make it the default."));
      }
    }
  }

  private static boolean beginsByItself(FlowNode node) {
    return node instanceof StartEvent
        || node instanceof BoundaryEvent
        || node instanceof SubProcess around && around.triggeredByEvent();
  }
}
