package dev.baton.incident.task;

import dev.baton.engine.FeelExpressions;
import dev.baton.engine.ReservedVariables;
import dev.baton.engine.TransientFormFields;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Checks what somebody filled in, by the schema of the form. Each complaint names the key of its
 * field.
 */
@Component
public class FormInputValidator {

  /** The longest text that the engine keeps as a variable. */
  private static final int LONGEST_KEPT = 4_000;

  /** Of a text that a step of the flow takes over in the same transaction. */
  private static final int LONGEST_TAKEN_OVER = 20_000;

  private final FeelExpressions feel;
  private final Set<String> takenOver;

  FormInputValidator(FeelExpressions feel, List<TransientFormFields> takenOver) {
    this.feel = feel;
    this.takenOver =
        takenOver.stream()
            .flatMap(fields -> fields.names().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the value of each visible field, null for one that was left empty. A field that is not
   * given at all keeps the value that the flow has under its name.
   *
   * @throws InvalidInput for unknown fields, values that are no scalars, and all that the form
   *     itself would refuse
   */
  Map<String, Object> accepted(TaskForm form, Map<String, Object> given) {
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    given.forEach((key, value) -> checkField(form, key, value, complaints));
    complaints.raise();
    Map<String, Object> accepted = new HashMap<>();
    for (FormComponent field : form.fields()) {
      Object value = given.get(field.key());
      if (isHidden(form, field, given)) {
        if (!isEmpty(value)) {
          complaints.about(field.key(), LocalizableText.of("refused.field.hidden"));
        }
      } else if (field.isReadOnly()) {
        if (!isEmpty(value)) {
          complaints.about(field.key(), LocalizableText.of("refused.field.readOnly"));
        }
      } else if (isEmpty(value) && !staysAsItIs(form, field, given)) {
        if (field.isRequired() && isSurelyVisible(form, field, given)) {
          complaints.about(field.key(), LocalizableText.of("refused.required"));
        }
        accepted.put(field.key(), field.type().equals("checkbox") ? Boolean.FALSE : null);
      } else if (!isEmpty(value)) {
        int longest = takenOver.contains(field.key()) ? LONGEST_TAKEN_OVER : LONGEST_KEPT;
        accepted.put(field.key(), FormFieldValue.checked(field, value, longest, complaints));
      }
    }
    complaints.raise();
    return accepted;
  }

  /** The form shows what the flow has already. */
  private static boolean staysAsItIs(
      TaskForm form, FormComponent field, Map<String, Object> given) {
    return !given.containsKey(field.key()) && form.variables().get(field.key()) != null;
  }

  private static void checkField(
      TaskForm form, String key, Object value, InvalidInput.Complaints complaints) {
    if (ReservedVariables.contains(key)) {
      complaints.about(key, LocalizableText.of("refused.field.reserved"));
    } else if (form.field(key).isEmpty()) {
      complaints.about(
          key,
          form.fields().isEmpty()
              ? LocalizableText.of("refused.field.noForm")
              : LocalizableText.of(
                  "refused.field.unknown",
                  form.fields().stream()
                      .map(FormComponent::key)
                      .distinct()
                      .collect(Collectors.joining(", "))));
    } else if (value instanceof Map<?, ?>
        || value instanceof List<?> && !form.field(key).orElseThrow().isMultiple()) {
      complaints.about(key, LocalizableText.of("refused.field.scalar"));
    }
  }

  /** Whether nothing was filled in. */
  static boolean isEmpty(Object value) {
    return value == null
        || value instanceof String text && text.isBlank()
        || value instanceof Collection<?> many && many.isEmpty()
        || Boolean.FALSE.equals(value);
  }

  /** Whether the form would not show it. */
  public boolean isHidden(TaskForm form, FormComponent component, Map<String, Object> given) {
    Map<String, Object> values = values(form, given);
    return component.hiddenIf().stream()
        .anyMatch(
            condition -> feel.evaluate(condition, values).filter(Boolean.TRUE::equals).isPresent());
  }

  /**
   * Whether the form shows it; false where that cannot be told, so that nobody is asked for what
   * they may not see.
   */
  public boolean isSurelyVisible(
      TaskForm form, FormComponent component, Map<String, Object> given) {
    Map<String, Object> values = values(form, given);
    return component.hiddenIf().stream()
        .allMatch(
            condition ->
                feel.evaluate(condition, values).filter(Boolean.FALSE::equals).isPresent());
  }

  /** A field that was left empty is null, not what the flow has under the same name. */
  public static Map<String, Object> values(TaskForm form, Map<String, Object> given) {
    Map<String, Object> values = new HashMap<>(form.variables());
    form.fields().forEach(field -> values.put(field.key(), null));
    given.forEach((key, value) -> values.put(key, isEmpty(value) ? null : value));
    return values;
  }

  /** Drops what the form hides, as a form does in a browser before it is sent. */
  public Map<String, Object> withoutHidden(TaskForm form, Map<String, Object> given) {
    Map<String, Object> kept = new HashMap<>(given);
    Set<String> shown = new HashSet<>();
    int before;
    do {
      before = kept.size();
      shown.clear();
      form.fields().stream()
          .filter(field -> !field.isReadOnly() && !isHidden(form, field, kept))
          .forEach(field -> shown.add(field.key()));
      kept.keySet().retainAll(shown);
    } while (kept.size() < before);
    return kept;
  }
}
