package dev.baton.admin.web.agreement;

import dev.baton.desk.web.PageRenderer;
import dev.baton.sla.agreement.DefinitionError;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldError;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

  /** What is wrong with each field, for a reader. */
  Map<String, String> texts(PageRenderer pages, Locale locale) {
    Map<String, String> texts = new TreeMap<>();
    byField.forEach((field, problem) -> texts.put(field, pages.reason(problem, locale)));
    return texts;
  }

  Map<String, FieldError> all() {
    return Map.copyOf(byField);
  }
}
