package dev.baton.intake.mail;

import dev.baton.incident.IncidentView;
import dev.baton.web.text.LocalizableText;

/**
 * The incident that a mail says it belongs to.
 *
 * @param incident null if it names none
 * @param isTrusted whether the sender may speak on it
 * @param why how the incident was identified, in words
 */
record MailThread(IncidentView incident, boolean isTrusted, LocalizableText why) {

  static final MailThread NONE =
      new MailThread(null, false, LocalizableText.of("triage.thread.none"));

  boolean isNone() {
    return incident == null;
  }
}
