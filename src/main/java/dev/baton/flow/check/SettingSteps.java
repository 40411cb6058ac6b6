package dev.baton.flow.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.release.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The steps of a flow that visibly set a variable. A variable that comes from another flow has none
 * here, and nothing is said of it.
 */
final class SettingSteps {

  private final Map<String, List<FlowNode>> steps = new HashMap<>();

  SettingSteps(Release release, BpmnModelInstance model) {
    model
        .getModelElementsByType(UserTask.class)
        .forEach(task -> fields(release, task.getCamundaFormRef(), task));
    model
        .getModelElementsByType(StartEvent.class)
        .forEach(start -> fields(release, start.getCamundaFormRef(), start));
    model
        .getModelElementsByType(BusinessRuleTask.class)
        .forEach(task -> add(task.getCamundaResultVariable(), task));
    model
        .getModelElementsByType(ServiceTask.class)
        .forEach(task -> add(task.getCamundaResultVariable(), task));
    model
        .getModelElementsByType(CamundaInputParameter.class)
        .forEach(input -> add(input.getCamundaName(), step(input)));
    model
        .getModelElementsByType(CamundaOutputParameter.class)
        .forEach(output -> add(output.getCamundaName(), step(output)));
    model
        .getModelElementsByType(CamundaOut.class)
        .forEach(out -> add(out.getCamundaTarget(), step(out)));
    release.flows().values().stream()
        .flatMap(flow -> flow.getModelElementsByType(CamundaIn.class).stream())
        .map(CamundaIn::getCamundaTarget)
        .forEach(steps::remove); // it may come with the call of this flow
  }

  /** The steps that set it, in no order. */
  List<FlowNode> of(String variable) {
    return steps.getOrDefault(variable, List.of());
  }

  private void fields(Release release, String form, FlowNode step) {
    if (form != null) {
      release.form(form).ifPresent(found -> fields(found, step));
    }
  }

  private void fields(JsonNode form, FlowNode step) {
    for (JsonNode component : form.path("components")) {
      if (component.hasNonNull("key")) {
        add(component.get("key").asText(), step);
      }
      fields(component, step);
    }
  }

  private void add(String variable, FlowNode step) {
    if (variable != null && step != null) {
      steps.computeIfAbsent(variable, name -> new ArrayList<>()).add(step);
    }
  }

  private static FlowNode step(ModelElementInstance element) {
    ModelElementInstance around = element;
    while (around != null && !(around instanceof FlowNode)) {
      around = around.getParentElement();
    }
    return (FlowNode) around;
  }
}
