package dev.baton.incident.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.FeelExpressions;
import dev.baton.incident.task.FormComponent.FormOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the schema of a Camunda Form. */
@Component
class TaskFormReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FeelExpressions feel;

  TaskFormReader(FeelExpressions feel) {
    this.feel = feel;
  }

  TaskForm read(String schema, Map<String, Object> variables) {
    try {
      JsonNode form = JSON.readTree(schema);
      List<FormComponent> components = new ArrayList<>();
      collect(form, List.of(), variables, components);
      return new TaskForm(
          JSON.convertValue(form, new TypeReference<Map<String, Object>>() {}),
          components,
          variables);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The form of a task is not readable", e);
    }
  }

  /** A group hides all that is in it. */
  private void collect(
      JsonNode parent,
      List<String> hiddenIf,
      Map<String, Object> variables,
      List<FormComponent> found) {
    for (JsonNode component : parent.path("components")) {
      List<String> conditions = new ArrayList<>(hiddenIf);
      String hide = component.path("conditional").path("hide").asText("");
      if (!hide.isBlank()) {
        conditions.add(hide);
      }
      String type = component.path("type").asText("");
      boolean isField = FormComponent.isField(type) && component.path("key").isTextual();
      if (isField || type.equals("text")) {
        found.add(
            new FormComponent(
                isField ? component.path("key").asText() : null,
                type,
                label(component, type),
                component.path("description").asText(null),
                conditions,
                options(component, variables),
                component.path("validate"),
                component));
      }
      collect(component, conditions, variables, found);
    }
  }

  static String label(JsonNode component, String type) {
    return switch (type) {
      case "text" -> component.path("text").asText("");
      case "datetime" ->
          component
              .path(component.path("subtype").asText("").equals("time") ? "timeLabel" : "dateLabel")
              .asText("");
      default -> component.path("label").asText("");
    };
  }

  private List<FormOption> options(JsonNode component, Map<String, Object> variables) {
    if (component.path("values").isArray()) {
      return options(component);
    }
    return Optional.ofNullable(component.path("valuesExpression").asText(null))
        .flatMap(expression -> feel.evaluate(expression, variables))
        .filter(List.class::isInstance)
        .map(values -> ((List<?>) values).stream().map(TaskFormReader::option).toList())
        .orElse(null);
  }

  /** The options that the form itself lists. */
  static List<FormOption> options(JsonNode component) {
    List<FormOption> options = new ArrayList<>();
    component
        .path("values")
        .forEach(
            option ->
                options.add(
                    option(
                        JSON.convertValue(option.path("value"), Object.class),
                        option.path("label").asText(""))));
    return options;
  }

  private static FormOption option(Object value) {
    return value instanceof Map<?, ?> pair
        ? option(pair.get("value"), String.valueOf(pair.get("label")))
        : option(value, "");
  }

  private static FormOption option(Object value, String label) {
    return new FormOption(value, label.isEmpty() ? String.valueOf(value) : label);
  }
}
