package dev.baton.incident.task;

import dev.baton.incident.IncidentDetail;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the fields of a task's form that its owner wants kept with the incident, by the custom
 * property {@code baton.keep} = {@code true} of the field.
 */
@Component
public class KeptFields {

  private static final String KEEP = "baton.keep";

  private final TaskFormReader reader;
  private final FormInputValidator validator;

  KeptFields(TaskFormReader reader, FormInputValidator validator) {
    this.reader = reader;
    this.validator = validator;
  }

  /** The form, without any field if it keeps nothing. */
  public TaskForm form(String schema) {
    TaskForm form = reader.read(schema, Map.of());
    return form.fields().stream().anyMatch(KeptFields::isKept) ? form : TaskForm.NONE;
  }

  /**
   * What a completed task brings for the incident, in the order of its form.
   *
   * @param values finds what was filled in, by the key of a field
   * @throws InvalidInput if such a field is required and was left empty
   */
  public List<IncidentDetail> of(TaskForm form, String task, Function<String, Object> values) {
    List<FormComponent> kept = form.fields().stream().filter(KeptFields::isKept).toList();
    if (kept.isEmpty()) {
      return List.of();
    }
    Map<String, Object> given = new HashMap<>();
    form.fields().forEach(field -> given.put(field.key(), values.apply(field.key())));
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    List<IncidentDetail> details = new ArrayList<>();
    for (FormComponent field : kept) {
      Object value = given.get(field.key());
      if (validator.isHidden(form, field, given)) {
        continue;
      }
      if (!FormInputValidator.isEmpty(value)) {
        details.add(new IncidentDetail(field.key(), label(field), words(field, value)));
      } else if (field.isRequired() && validator.isSurelyVisible(form, field, given)) {
        complaints.about(field.key(), LocalizableText.of("refused.field.kept", task));
      }
    }
    complaints.raise();
    return details;
  }

  private static boolean isKept(FormComponent field) {
    return field.definition().path("properties").path(KEEP).asText("").equals("true");
  }

  private static String label(FormComponent field) {
    String label = field.label().isBlank() || field.label().startsWith("=") ? null : field.label();
    return TextInput.shortened(
        label == null ? field.key() : label.strip(), IncidentDetail.LONGEST_NAME);
  }

  private static String words(FormComponent field, Object value) {
    String words =
        chosen(field, value).map(each -> word(field, each)).collect(Collectors.joining(", "));
    return TextInput.shortened(words, IncidentDetail.LONGEST);
  }

  /** A flow keeps several choices as one text with commas: {@link FormFieldValue}. */
  private static Stream<?> chosen(FormComponent field, Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream();
    }
    return field.isMultiple() && value instanceof String text
        ? Stream.of(text.split(","))
        : Stream.of(value);
  }

  private static String word(FormComponent field, Object value) {
    return field.options() == null
        ? String.valueOf(value)
        : field.options().stream()
            .filter(option -> String.valueOf(option.value()).equals(String.valueOf(value)))
            .map(FormComponent.FormOption::label)
            .findFirst()
            .orElse(String.valueOf(value));
  }
}
