package dev.baton.incident.process;

import dev.baton.engine.BusinessKey;
import dev.baton.incident.IncidentNumber;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/** Reads what was sent with a form or a message, and takes it away from the engine. */
final class FormInput {

  private FormInput() {}

  /** The flow's business key decides; a variable might have been sent with a form. */
  static IncidentNumber number(VariableScope scope) {
    String key = BusinessKey.of(scope);
    return new IncidentNumber(
        key == null ? (String) scope.getVariable(IncidentVariables.INCIDENT_NUMBER) : key);
  }

  /** The text of the field, or null; the engine keeps nothing of it. */
  static String text(VariableScope scope, String field) {
    Object given = taken(scope, field);
    return given == null || given.toString().isBlank() ? null : given.toString();
  }

  /** The instant of the field; a time without a zone is read as UTC. */
  static Instant instant(VariableScope scope, String field) {
    Object given = taken(scope, field);
    if (given instanceof Date date) {
      return date.toInstant();
    }
    if (given == null || given.toString().isBlank()) {
      return null;
    }
    try {
      String text = given.toString().strip();
      return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new InvalidInput(field, LocalizableText.of("refused.noTime", given));
    }
  }

  /** A whole number that a model gives as an input. */
  static int wholeNumber(VariableScope scope, String field) {
    String given = text(scope, field);
    try {
      return Integer.parseInt(given == null ? "" : given.strip());
    } catch (NumberFormatException e) {
      throw new InvalidInput(
          field, LocalizableText.of("refused.noWholeNumber", String.valueOf(given)));
    }
  }

  static <E extends Enum<E>> E choice(VariableScope scope, String field, Class<E> type) {
    String given = text(scope, field);
    if (given == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(given.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    field,
                    LocalizableText.of(
                        "refused.noneOf", given, RefusalTexts.oneOf(type.getEnumConstants()))));
  }

  /**
   * Lets the steps of this transaction see the value, and nobody after it. The engine refuses a
   * name that was form input in the same transaction.
   */
  static void pass(VariableScope scope, String name, Object value) {
    scope.setVariable(name, Variables.untypedValue(value, true));
  }

  private static Object taken(VariableScope scope, String field) {
    Object given = scope.getVariable(field);
    if (given != null || scope.hasVariable(field)) {
      scope.removeVariable(field);
    }
    return given;
  }
}
