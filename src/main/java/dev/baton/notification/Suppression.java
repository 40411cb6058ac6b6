package dev.baton.notification;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;

/** The reasons for not sending a notification. */
public enum Suppression {
  NO_ADDRESS,
  OWN_ADDRESS,
  MACHINE,
  SILENCE,
  CAP_ADDRESS,
  CAP_INCIDENT,
  OVERTAKEN;

  public LocalizableText text() {
    return LocalizableText.name("entry.suppression", this);
  }

  /** The same in English, as it is kept. */
  public String words() {
    return RefusalTexts.english(text());
  }
}
