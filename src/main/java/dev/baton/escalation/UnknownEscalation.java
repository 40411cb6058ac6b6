package dev.baton.escalation;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** The escalation does not exist. */
public class UnknownEscalation extends RefusedException {
  private static final long serialVersionUID = 1L;

  public UnknownEscalation(long id) {
    super(LocalizableText.of("refused.escalation.unknown", id));
  }
}
