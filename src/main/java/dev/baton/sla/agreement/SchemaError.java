package dev.baton.sla.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** An error found by the schema, in words: which field, which value, what would be accepted. */
record SchemaError(Error error, JsonNode wholeSchema) {

  /** False for what is tolerated: empty entries in lists, and names of enums in lower case. */
  boolean counts() {
    return switch (error.getKeyword()) {
      case "type" -> !value().isNull() || expected().equals("object");
      case "enum" ->
          !value().isNull()
              && !names(error.getSchemaNode())
                  .contains(value().asText().strip().toUpperCase(Locale.ROOT));
      default -> true;
    };
  }

  /** Such as {@code agreements[0].promises[2].target}. */
  String path() {
    StringBuilder path = new StringBuilder();
    NodePath place = error.getInstanceLocation();
    for (int i = 0; i < place.getNameCount(); i++) {
      if (place.getElement(i) instanceof Integer index) {
        path.append('[').append(index).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(place.getName(i));
      }
    }
    if (error.getProperty() != null) {
      path.append(path.isEmpty() ? "" : ".").append(error.getProperty());
    }
    return error.getKeyword().endsWith("imum")
        ? path.toString().replaceFirst("\\[\\d+]$", "") // a list of numbers is one field
        : path.toString();
  }

  String reason() {
    String value = value().asText();
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          "is not a known field; known fields: "
              + String.join(", ", fields(around().path("properties")));
      case "required" ->
          "is required; accepted: "
              + accepted(around().path("properties").path(error.getProperty()));
      case "minItems" -> "is required; accepted: " + accepted(around());
      case "type" -> wrongType();
      case "format" -> DefinitionSchema.refusal(expected(), value);
      case "propertyNames" ->
          DefinitionSchema.refusal(
              error.getSchemaNode().path("format").asText(), error.getProperty());
      case "maxItems" ->
          "has %d entries; accepted: at most %s".formatted(value().size(), expected());
      case "maxLength" -> "is too long; accepted: at most %s characters".formatted(expected());
      case "not" ->
          "'%s' is reserved for an address of the API; accepted: another name".formatted(value);
      default -> "'%s' is not accepted here; accepted: %s".formatted(value, accepted(around()));
    };
  }

  private String wrongType() {
    return switch (expected()) {
      case "object" -> "must contain fields with values";
      case "integer" ->
          "'%s' is not a whole number; accepted: %s"
              .formatted(value().asText(), accepted(around()));
      default ->
          "must be text; accepted: %s, in quotes if it looks like a number"
              .formatted(accepted(around()));
    };
  }

  private JsonNode value() {
    return error.getInstanceNode();
  }

  /** What the keyword asks for. */
  private String expected() {
    return error.getSchemaNode().asText();
  }

  /** The part of the schema in which the keyword stands. */
  private JsonNode around() {
    return wholeSchema.at(error.getSchemaLocation().getFragment().getParent().toString());
  }

  private String accepted(JsonNode part) {
    JsonNode meant =
        part.has("$ref") ? wholeSchema.at(part.get("$ref").asText().substring(1)) : part;
    return meant.has("enum")
        ? String.join(", ", names(meant.get("enum")))
        : meant.path("description").asText();
  }

  private static List<String> names(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> fields(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).sorted().toList();
  }
}
