package dev.baton.desk.web.call;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Level;

/**
 * What has been typed into "Log a contact" or "Log a call", by the keys of the form; missing fields
 * are null. Tasklist checks the first ten alone.
 *
 * @param caller what was typed to find the caller, if nobody was chosen
 * @param newCategory a category that has not been used before and is meant
 * @param formToken the same for every attempt to send the form
 * @param person login of whoever opened the page
 */
record CallForm(
    ContactKind kind,
    String client,
    String requesterName,
    String requesterEmail,
    String requesterPhone,
    String subject,
    String description,
    String category,
    String service,
    String toTeam,
    Channel channel,
    Level impact,
    Level urgency,
    String caller,
    String newCategory,
    String formToken,
    String person) {

  boolean isIncident() {
    return kind == ContactKind.INCIDENT;
  }

  boolean isAbandoned() {
    return kind == ContactKind.ABANDONED;
  }

  /** Whether nothing says who called. */
  boolean isAnonymous() {
    return isEmpty(client)
        && isEmpty(requesterName)
        && isEmpty(requesterEmail)
        && isEmpty(requesterPhone);
  }

  /** What was said; the subject if there is nothing else. */
  String said() {
    return isEmpty(description) ? subject : description;
  }

  static boolean isEmpty(String text) {
    return text == null || text.isBlank();
  }
}
