package dev.baton.incident.file;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** The mail as it came was removed after its retention period; the contact and its files stay. */
public class MailRemoved extends RefusedException {
  private static final long serialVersionUID = 1L;

  public MailRemoved() {
    super(LocalizableText.of("refused.mail.removed"));
  }
}
