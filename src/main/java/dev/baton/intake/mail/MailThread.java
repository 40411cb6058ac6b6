package dev.baton.intake.mail;

import dev.baton.incident.IncidentView;

/**
 * The incident that a mail says it belongs to.
 *
 * @param incident null if it names none
 * @param isTrusted whether the sender may speak on it
 * @param why how the incident was identified, in words
 */
record MailThread(IncidentView incident, boolean isTrusted, String why) {

  static final MailThread NONE = new MailThread(null, false, "It names no incident.");

  boolean isNone() {
    return incident == null;
  }
}
