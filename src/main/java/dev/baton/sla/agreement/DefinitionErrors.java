package dev.baton.sla.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong, one flaw for a field: the first that was found. */
final class DefinitionErrors {

  private final Map<String, DefinitionError> byField = new LinkedHashMap<>();

  void about(String field, String reason) {
    byField.putIfAbsent(field, new DefinitionError(field, reason));
  }

  void aboutMissing(String field, Object value, String accepted) {
    if (value == null) {
      about(field, "is required; accepted: " + accepted);
    }
  }

  List<DefinitionError> all() {
    return List.copyOf(byField.values());
  }

  void addAll(DefinitionErrors others) {
    others.byField.values().forEach(flaw -> about(flaw.field(), flaw.reason()));
  }

  void raise() {
    if (!byField.isEmpty()) {
      throw new InvalidDefinition(all());
    }
  }
}
