package dev.baton.incident.report;

import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.engine.ActingPerson;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.incident.ReportValidator;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.Contact;
import dev.baton.incident.contact.NewContact;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Stores contact and incident in the caller's transaction, before any flow. */
@Component
class StoreReport {

  private final ReportValidator check;
  private final Incidents incidents;
  private final IncidentNumbers numbers;
  private final EntityManager entities;
  private final Journal journal;
  private final ActingPerson actingPerson;
  private final Clock clock;

  StoreReport(
      ReportValidator check,
      Incidents incidents,
      IncidentNumbers numbers,
      EntityManager entities,
      Journal journal,
      ActingPerson actingPerson,
      Clock clock) {
    this.check = check;
    this.incidents = incidents;
    this.numbers = numbers;
    this.entities = entities;
    this.journal = journal;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /**
   * @param brought the contact that brought the report; null if the report is the first contact
   * @throws InvalidInput for the first field that cannot be accepted; nothing is stored then
   */
  Incident store(IncidentReport given, Contact brought) {
    ReportValidator.Checked checked = check.check(given);
    IncidentReport report = checked.report();
    ClientView client = checked.client();
    RequesterView requester = checked.requester();
    Incident incident = new Incident(numbers.next(), report, client, requester, clock.instant());
    incidents.add(incident);
    if (brought != null) {
      brought.belongTo(incident);
    } else {
      entities.persist(
          new Contact(
              incident.id(),
              client.id(),
              firstContact(report, requester),
              actingPerson.current(),
              clock.instant()));
    }
    journal.write(
        incident, JournalKind.REPORTED, LocalizableText.of("entry.reported", requester.name()));
    return incident;
  }

  private static NewContact firstContact(IncidentReport report, RequesterView requester) {
    return new NewContact(
        null,
        ContactKind.INCIDENT,
        null,
        Direction.IN,
        report.channel(),
        requester.email() != null ? requester.email() : requester.name(),
        report.subject(),
        report.description(),
        Visibility.CLIENT);
  }
}
