package dev.baton.flow.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the fields of a form, also those inside groups, in their order. */
final class FormFields {

  /** What Modeler writes anew, or what only says where a field is on the screen. */
  private static final Set<String> NOT_COMPARED = Set.of("id", "layout", "components");

  private static final Set<String> OPTIONS = Set.of("values", "valuesKey", "valuesExpression");

  private final List<FormField> fields = new ArrayList<>();

  private FormFields() {}

  static List<FormField> of(JsonNode form) {
    FormFields read = new FormFields();
    read.add(form, "");
    return read.fields;
  }

  /** The form itself: all but its fields. */
  static ModelElement file(JsonNode form) {
    ElementProperties properties = new ElementProperties();
    entries(form)
        .forEach(
            (name, value) -> {
              if (!Set.of("components", "exporter", "id").contains(name)) {
                other(name, value, properties);
              }
            });
    return new ModelElement("", "", ElementDifference.FILE, "", properties);
  }

  private void add(JsonNode parent, String group) {
    for (JsonNode field : parent.path("components")) {
      fields.add(field(field, group));
      String label = field.path("label").asText(field.path("id").asText());
      add(field, label);
    }
  }

  private static FormField field(JsonNode field, String group) {
    ElementProperties properties = new ElementProperties();
    if (!group.isEmpty()) {
      properties.put(ChangedProperty.PARENT, group);
    }
    entries(field)
        .forEach(
            (name, value) -> {
              if (!NOT_COMPARED.contains(name)) {
                read(name, value, properties);
              }
            });
    String key = field.path("key").asText("");
    String id = field.path("id").asText("");
    String label = field.path("label").asText(field.path("dateLabel").asText(""));
    ModelElement element =
        new ModelElement(
            key.isEmpty() ? id : key,
            label.isEmpty() ? firstLine(field.path("text").asText("")) : label,
            "field",
            "",
            properties);
    return new FormField(key, id, field.path("layout").path("columns").asText(""), element);
  }

  private static void read(String name, JsonNode value, ElementProperties properties) {
    switch (name) {
      case "label" -> properties.put(ChangedProperty.LABEL, value.asText());
      case "key" -> properties.put(ChangedProperty.KEY, value.asText());
      case "type" -> properties.put(ChangedProperty.TYPE, value.asText());
      case "text" -> properties.put(ChangedProperty.TEXT, value.asText());
      case "description" -> properties.put(ChangedProperty.DESCRIPTION, value.asText());
      case "defaultValue" -> properties.put(ChangedProperty.DEFAULT_VALUE, text(value));
      case "validate" ->
          entries(value)
              .forEach(
                  (rule, limit) -> {
                    if ("required".equals(rule)) {
                      properties.put(ChangedProperty.REQUIRED, limit.asText());
                    } else {
                      other("validate." + rule, limit, properties);
                    }
                  });
      case "conditional" ->
          entries(value)
              .forEach(
                  (when, condition) ->
                      properties.put(ChangedProperty.VISIBILITY, when, text(condition)));
      case "properties" ->
          entries(value)
              .forEach((key, one) -> properties.put(ChangedProperty.EXTENSION, key, text(one)));
      default -> {
        if (OPTIONS.contains(name)) {
          properties.put(
              ChangedProperty.OPTIONS, "values".equals(name) ? "" : name, options(value));
        } else {
          other(name, value, properties);
        }
      }
    }
  }

  private static String options(JsonNode options) {
    if (!options.isArray()) {
      return text(options);
    }
    List<String> shown = new ArrayList<>();
    for (JsonNode option : options) {
      shown.add("%s (%s)".formatted(option.path("label").asText(), option.path("value").asText()));
    }
    return String.join(", ", shown);
  }

  private static void other(String path, JsonNode value, ElementProperties properties) {
    if (value.isObject()) {
      entries(value).forEach((name, one) -> other(path + "." + name, one, properties));
    } else {
      properties.put(ChangedProperty.OTHER, path, text(value));
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static Map<String, JsonNode> entries(JsonNode object) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      entries.put(field.getKey(), field.getValue());
    }
    return entries;
  }

  private static String firstLine(String text) {
    return text.strip().lines().findFirst().orElse("");
  }
}
