package dev.baton.incident.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Camunda Form.
 *
 * @param schema as its owner wrote it
 * @param components fields and texts, in the order of the form; groups are resolved
 * @param variables the scalars of the flow that it may show or compare with
 */
public record TaskForm(
    Map<String, Object> schema, List<FormComponent> components, Map<String, Object> variables) {

  /** Of a task that names no form: it takes nothing. */
  public static final TaskForm NONE = new TaskForm(Map.of(), List.of(), Map.of());

  /** What can be filled in. */
  public List<FormComponent> fields() {
    return components.stream().filter(FormComponent::isField).toList();
  }

  Optional<FormComponent> field(String key) {
    return fields().stream().filter(field -> field.key().equals(key)).findFirst();
  }
}
