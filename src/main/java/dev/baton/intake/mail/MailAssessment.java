package dev.baton.intake.mail;

import dev.baton.incident.Level;

/**
 * What an incident from a mail is taken to be, as the flow of incoming mails says.
 *
 * @param category null for none
 */
public record MailAssessment(Level impact, Level urgency, String category) {

  /** As in models of earlier releases, which say nothing. */
  public static final MailAssessment DEFAULT = new MailAssessment(Level.MEDIUM, Level.LOW, null);
}
