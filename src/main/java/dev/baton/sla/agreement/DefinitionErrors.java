package dev.baton.sla.agreement;

import dev.baton.web.text.LocalizableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects errors, at most one for each field: the first one found. */
final class DefinitionErrors {

  private final Map<String, DefinitionError> byField = new LinkedHashMap<>();

  void about(String field, String reason) {
    about(field, reason, null);
  }

  /**
   * @param text says it to whoever reads a page
   */
  void about(String field, String reason, LocalizableText text) {
    byField.putIfAbsent(field, new DefinitionError(field, reason, text));
  }

  List<DefinitionError> all() {
    return List.copyOf(byField.values());
  }

  void addAll(DefinitionErrors others) {
    others.byField.values().forEach(flaw -> about(flaw.field(), flaw.reason(), flaw.text()));
  }

  void raise() {
    if (!byField.isEmpty()) {
      throw new InvalidDefinition(all());
    }
  }
}
