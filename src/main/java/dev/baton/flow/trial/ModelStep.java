package dev.baton.flow.trial;

import dev.baton.engine.release.Release;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * A step of a flow, as its model shows it.
 *
 * @param flow what the flow is called
 * @param type of the element, such as {@code userTask}
 */
record ModelStep(String process, String id, String flow, String label, String type) {

  String key() {
    return process + "/" + id;
  }

  /** All steps of a release, by {@code process/step}. */
  static Map<String, ModelStep> of(Release release) {
    Map<String, ModelStep> steps = new TreeMap<>();
    release.eachFlow(
        (file, model) ->
            model
                .getModelElementsByType(FlowNode.class)
                .forEach(
                    node -> {
                      Process process = processOf(node);
                      if (process != null) {
                        ModelStep step =
                            new ModelStep(
                                process.getId(),
                                node.getId(),
                                text(process.getName(), process.getId()),
                                text(node.getName(), node.getId()),
                                node.getElementType().getTypeName());
                        steps.put(step.key(), step);
                      }
                    }));
    return steps;
  }

  private static Process processOf(FlowNode node) {
    var around = node.getParentElement();
    while (around instanceof SubProcess) {
      around = around.getParentElement();
    }
    return around instanceof Process process ? process : null;
  }

  private static String text(String name, String id) {
    return name == null || name.isBlank() ? id : name.strip().replaceAll("\\s+", " ");
  }
}
