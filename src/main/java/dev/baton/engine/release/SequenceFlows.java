package dev.baton.engine.release;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * The arrows of a model by their ends; a file need not repeat them at the nodes. They stand beside
 * the nodes that they connect, in the same part of the flow.
 */
public final class SequenceFlows {

  private SequenceFlows() {}

  public static List<SequenceFlow> from(FlowNode node) {
    return of(node).filter(flow -> node.equals(flow.getSource())).toList();
  }

  public static List<SequenceFlow> to(FlowNode node) {
    return of(node).filter(flow -> node.equals(flow.getTarget())).toList();
  }

  static boolean leadTo(FlowNode node) {
    return !to(node).isEmpty();
  }

  private static Stream<SequenceFlow> of(FlowNode node) {
    return node.getParentElement().getChildElementsByType(SequenceFlow.class).stream();
  }
}
