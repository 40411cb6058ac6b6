package dev.baton.incident.edit;

import dev.baton.engine.FlowConflict;
import dev.baton.web.text.LocalizableText;

/** Somebody else changed the field since it was seen. Nothing was changed. */
public class ChangedMeanwhile extends FlowConflict {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;

  ChangedMeanwhile(String field, String value) {
    super(
        LocalizableText.of(
            "refused.incident.changed", LocalizableText.of("refused.changed." + field), value),
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
