package dev.baton.incident.contact;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Visibility;

/**
 * One exchange to be logged.
 *
 * @param incident null for a contact without an incident
 * @param client code or name; needed only without an incident, and not for an abandoned call
 * @param from who it came from or went to: a name, an address or a number; at most 320 characters
 * @param body at most 100,000 characters
 * @param senderVerified whether the desk's mail server vouches for the sender; null for what is no
 *     mail
 */
public record NewContact(
    IncidentNumber incident,
    ContactKind kind,
    String client,
    Direction direction,
    Channel channel,
    String from,
    String subject,
    String body,
    Visibility visibility,
    Boolean senderVerified) {

  /** Not a mail. */
  public NewContact(
      IncidentNumber incident,
      ContactKind kind,
      String client,
      Direction direction,
      Channel channel,
      String from,
      String subject,
      String body,
      Visibility visibility) {
    this(incident, kind, client, direction, channel, from, subject, body, visibility, null);
  }
}
