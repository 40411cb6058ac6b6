package dev.baton.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a change of settings changed, field by field, for the trail. */
public final class AuditedChanges {

  private final List<String> changes = new ArrayList<>();

  /** A field with what it had and what it has now; nothing if both are equal. */
  public AuditedChanges of(String field, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      changes.add("%s: %s → %s".formatted(field, shown(before), shown(now)));
    }
    return this;
  }

  private static String shown(Object value) {
    return value == null || value.toString().isEmpty() ? "–" : value.toString();
  }

  /** Such as {@code tier: SILVER → GOLD; zone: UTC → Europe/Berlin}; empty for no change. */
  public String words() {
    return String.join("; ", changes);
  }
}
