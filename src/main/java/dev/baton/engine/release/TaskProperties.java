package dev.baton.engine.release;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Reads extension properties from a model. */
public final class TaskProperties {

  private TaskProperties() {}

  public static Map<String, String> of(BaseElement element) {
    if (element.getExtensionElements() == null) {
      return Map.of();
    }
    return element
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .list()
        .stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> property.getCamundaName() != null)
        .filter(property -> property.getCamundaValue() != null)
        .collect(
            Collectors.toMap(
                CamundaProperty::getCamundaName,
                CamundaProperty::getCamundaValue,
                (first, second) -> second));
  }
}
