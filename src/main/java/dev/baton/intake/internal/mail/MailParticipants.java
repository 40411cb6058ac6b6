package dev.baton.intake.internal.mail;

import dev.baton.incident.ContactLog;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.mail.Mail;
import dev.baton.mail.MailAddress;
import dev.baton.notification.OwnAddresses;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Who takes part in an incident: its requester, who wrote on it, and whom they wrote to as well.
 */
@Repository
class MailParticipants {

  private static final int LONGEST = 320;
  private static final int MOST = 50;

  private final JdbcTemplate jdbc;
  private final ContactLog contacts;
  private final OwnAddresses own;

  MailParticipants(JdbcTemplate jdbc, ContactLog contacts, OwnAddresses own) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.own = own;
  }

  boolean takesPart(IncidentView incident, String email) {
    IncidentNumber number = new IncidentNumber(incident.number());
    return email.equalsIgnoreCase(incident.requester().email())
        || !jdbc.queryForList(
                "select email from mail_participant where incident = ? and email = ?",
                String.class,
                number.value(),
                lower(email))
            .isEmpty()
        || contacts.hasWritten(number, email);
  }

  /** Everybody the mail names. */
  void add(IncidentNumber incident, Mail mail) {
    Stream.of(Stream.ofNullable(mail.from()), mail.to().stream(), mail.cc().stream())
        .flatMap(all -> all)
        .map(MailAddress::email)
        .limit(MOST)
        .filter(email -> !own.isOurs(email))
        .forEach(email -> add(incident, email));
  }

  void add(IncidentNumber incident, String email) {
    if (email.length() <= LONGEST) {
      jdbc.update(
          "insert ignore into mail_participant (incident, email) values (?, ?)",
          incident.value(),
          lower(email));
    }
  }

  private static String lower(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
