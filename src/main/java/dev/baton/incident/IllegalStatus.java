package dev.baton.incident;

import dev.baton.engine.NotOffered;
import dev.baton.web.text.LocalizableText;

/** The incident stands where this cannot be done. */
public class IllegalStatus extends NotOffered {
  private static final long serialVersionUID = 1L;

  public IllegalStatus(String number, Status status, RefusedAct act) {
    super(
        LocalizableText.of(
            "refused.incident.status",
            number,
            LocalizableText.name("refused.status", status),
            LocalizableText.name("refused.act", act)));
  }
}
