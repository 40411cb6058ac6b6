package dev.baton.engine.release;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** Reads the input parameters of a step. */
public final class StepInputs {

  private StepInputs() {}

  /** Their texts by name, in their order. */
  public static Map<String, String> of(ServiceTask step) {
    Map<String, String> inputs = new LinkedHashMap<>();
    if (step.getExtensionElements() != null) {
      for (CamundaInputOutput parameters :
          step.getExtensionElements()
              .getElementsQuery()
              .filterByType(CamundaInputOutput.class)
              .list()) {
        for (CamundaInputParameter input : parameters.getCamundaInputParameters()) {
          inputs.put(input.getCamundaName(), input.getTextContent().strip());
        }
      }
    }
    return inputs;
  }
}
