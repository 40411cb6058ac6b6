package dev.baton.incident;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** The incident does not exist, or the person may not see it. */
public class UnknownIncident extends RefusedException {
  private static final long serialVersionUID = 1L;

  public UnknownIncident(String number) {
    super(LocalizableText.of("refused.incident.unknown", number));
  }
}
