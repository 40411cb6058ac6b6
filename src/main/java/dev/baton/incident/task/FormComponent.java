package dev.baton.incident.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.FormTranslation;
import dev.baton.engine.Translation;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A field or a text of a Camunda Form.
 *
 * @param key the variable that it fills; null for a text
 * @param type as in the schema, such as {@code textfield}
 * @param label plain, or FEEL that begins with {@code =}; for a text its content
 * @param hiddenIf FEEL conditions; it is hidden if one of them holds
 * @param options what may be chosen; null if anything may, or if only the flow knows
 * @param validate the rules of its schema
 * @param definition all that the schema says of it
 */
public record FormComponent(
    String key,
    String type,
    String label,
    String description,
    List<String> hiddenIf,
    List<FormOption> options,
    JsonNode validate,
    JsonNode definition) {

  private static final Set<String> FIELDS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "select",
          "radio",
          "checkbox",
          "checklist",
          "taglist",
          "datetime");

  /** One option of a field that lists what may be chosen; the value is a scalar. */
  public record FormOption(Object value, String label) {}

  /** With the texts that its form has in the reader's language. */
  public FormComponent in(Locale reader) {
    if (!Translation.LANGUAGES.contains(reader.getLanguage())) {
      return this;
    }
    JsonNode translated = FormTranslation.of(definition, reader);
    return new FormComponent(
        key,
        type,
        TaskFormReader.label(translated, type),
        translated.path("description").asText(null),
        hiddenIf,
        definition.path("values").isArray() ? TaskFormReader.options(translated) : options,
        validate,
        translated);
  }

  static boolean isField(String type) {
    return FIELDS.contains(type);
  }

  public boolean isField() {
    return key != null;
  }

  /** Whether several options may be chosen. */
  public boolean isMultiple() {
    return type.equals("checklist") || type.equals("taglist");
  }

  public boolean isRequired() {
    return validate.path("required").asBoolean();
  }

  /** Whether it only shows a value. */
  public boolean isReadOnly() {
    return definition.path("disabled").asBoolean()
        || definition.path("readonly").isBoolean() && definition.path("readonly").asBoolean();
  }

  /** Of a datetime: date, time or datetime. */
  public String subtype() {
    return definition.path("subtype").asText("date");
  }
}
