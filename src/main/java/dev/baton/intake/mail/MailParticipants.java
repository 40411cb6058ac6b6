package dev.baton.intake.mail;

import dev.baton.client.ClientDomains;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.contact.ContactLog;
import dev.baton.mail.MailAddress;
import dev.baton.notification.delivery.OwnAddresses;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who takes part in an incident: its requester, people who wrote on it, and recipients of their
 * mails within the client's domains. Being copied in does not make an outsider a participant.
 */
@Repository
class MailParticipants {

  private static final int LONGEST = 320;
  private static final int MOST = 50;

  private final JdbcClient jdbc;
  private final ContactLog contacts;
  private final OwnAddresses own;
  private final ClientDomains domains;

  MailParticipants(JdbcClient jdbc, ContactLog contacts, OwnAddresses own, ClientDomains domains) {
    this.domains = domains;
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.own = own;
  }

  boolean takesPart(IncidentView incident, String email) {
    IncidentNumber number = new IncidentNumber(incident.number());
    return email.equalsIgnoreCase(incident.requester().email())
        || jdbc.sql("select email from mail_participant where incident = ? and email = ?")
            .params(number.value(), lower(email))
            .query(String.class)
            .optional()
            .isPresent()
        || contacts.hasWritten(number, email);
  }

  /**
   * The author and the client's people that the mail names; nobody if the sender is not verified.
   */
  void add(IncidentView incident, AuthenticatedMail mail) {
    if (!mail.isVerified()) {
      return;
    }
    Stream<String> named =
        Stream.concat(mail.to().stream(), mail.cc().stream())
            .map(MailAddress::email)
            .limit(MOST)
            .filter(email -> domains.has(incident.clientId(), email));
    Stream.concat(Stream.of(mail.from().email()), named)
        .filter(email -> !own.isOurs(email))
        .forEach(email -> add(new IncidentNumber(incident.number()), email));
  }

  void add(IncidentNumber incident, String email) {
    if (email.length() <= LONGEST) {
      jdbc.sql("insert ignore into mail_participant (incident, email) values (?, ?)")
          .params(incident.value(), lower(email))
          .update();
    }
  }

  private static String lower(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
