package dev.baton.admin.web.agreement;

import dev.baton.sla.agreement.DefinitionError;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What is wrong with the fields of a form: the first problem of each. */
final class FormProblems {

  private final Map<String, FieldError> byField = new LinkedHashMap<>();

  void about(String field, String key, Object... values) {
    byField.putIfAbsent(field, new FieldError(field, LocalizableText.of(key, values)));
  }

  /** Adds what a definition was refused for, at the field that holds it. */
  void about(DefinitionError flaw, Function<String, String> fieldOf) {
    String field = fieldOf.apply(flaw.field());
    byField.putIfAbsent(field, new FieldError(field, flaw.reason(), flaw.text()));
  }

  boolean isEmpty() {
    return byField.isEmpty();
  }

  Map<String, FieldError> all() {
    return Map.copyOf(byField);
  }
}
