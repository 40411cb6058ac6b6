package dev.baton.incident.edit;

import dev.baton.engine.FlowConflict;

/** Somebody else changed the field since it was seen. Nothing was changed. */
public class ChangedMeanwhile extends FlowConflict {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;

  ChangedMeanwhile(String field, String value) {
    super(
        "Somebody else has changed the %s to “%s” in the meantime. Check it and save again."
            .formatted(field, value),
        null);
    this.field = field;
    this.value = value;
  }

  /** Such as {@code subject}. */
  public String field() {
    return field;
  }

  /** What the field says now. */
  public String value() {
    return value;
  }
}
