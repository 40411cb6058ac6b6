package dev.baton.incident.contact;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** The contact does not exist, or is not waiting for triage. */
public class UnknownContact extends RefusedException {
  private static final long serialVersionUID = 1L;

  public UnknownContact(long id) {
    super(LocalizableText.of("refused.contact.unknown", id));
  }
}
