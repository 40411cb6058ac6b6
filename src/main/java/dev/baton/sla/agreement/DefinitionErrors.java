package dev.baton.sla.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects errors, at most one for each field: the first one found. */
final class DefinitionErrors {

  private final Map<String, DefinitionError> byField = new LinkedHashMap<>();

  void about(String field, String reason) {
    byField.putIfAbsent(field, new DefinitionError(field, reason));
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
