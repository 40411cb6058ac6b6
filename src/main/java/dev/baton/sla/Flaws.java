package dev.baton.sla;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects errors, at most one for each field: the first one found. */
final class Flaws {

  private final Map<String, Flaw> byField = new LinkedHashMap<>();

  void about(String field, String reason) {
    byField.putIfAbsent(field, new Flaw(field, reason));
  }

  List<Flaw> all() {
    return List.copyOf(byField.values());
  }

  void addAll(Flaws others) {
    others.byField.values().forEach(flaw -> about(flaw.field(), flaw.reason()));
  }

  void raise() {
    if (!byField.isEmpty()) {
      throw new InvalidDefinition(all());
    }
  }
}
