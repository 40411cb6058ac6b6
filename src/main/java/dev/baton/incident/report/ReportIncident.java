package dev.baton.incident.report;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Flows;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.incident.ReportValidator;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.Contact;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.contact.UnknownContact;
import dev.baton.web.validation.InvalidInput;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a report: the contact, the incident and the start of its flow in one transaction. */
@Service
public class ReportIncident {

  /** The message that starts an incident's flow. */
  public static final String INCIDENT_REPORTED = "incidentReported";

  private final ReportValidator check;
  private final Incidents incidents;
  private final IncidentNumbers numbers;
  private final EntityManager entities;
  private final Journal journal;
  private final ActingPerson actingPerson;
  private final Flows flows;
  private final Clock clock;

  ReportIncident(
      ReportValidator check,
      Incidents incidents,
      IncidentNumbers numbers,
      EntityManager entities,
      Journal journal,
      ActingPerson actingPerson,
      Flows flows,
      Clock clock) {
    this.check = check;
    this.incidents = incidents;
    this.numbers = numbers;
    this.entities = entities;
    this.journal = journal;
    this.actingPerson = actingPerson;
    this.flows = flows;
    this.clock = clock;
  }

  /**
   * Stores contact and incident, and starts the flow, whose first step runs after the commit.
   *
   * @throws InvalidInput for the first field that cannot be accepted; nothing is stored then
   */
  @Transactional
  @RequiresPermission(Permission.REPORT)
  public IncidentView report(IncidentReport given) {
    return begun(store(given, null));
  }

  /**
   * Stores the incident that a contact without one has brought, such as a mail.
   *
   * @throws InvalidInput as {@link #report}
   */
  @Transactional
  @RequiresPermission(Permission.REPORT)
  public IncidentView report(IncidentReport given, long contactId) {
    Contact contact = entities.find(Contact.class, contactId);
    if (contact == null || contact.incidentId() != null && !contact.isUnverified()) {
      throw new UnknownContact(contactId);
    }
    return begun(store(given, contact));
  }

  private IncidentView begun(Incident incident) {
    String number = incident.number().value();
    incident.flowsAs(flows.start(INCIDENT_REPORTED, number, Map.of("incidentNumber", number)));
    return incident.view();
  }

  /**
   * Stores contact and incident for a flow that has already begun, by its form in Tasklist.
   *
   * @throws InvalidInput as {@link #report}
   */
  @Transactional
  @RequiresPermission(Permission.REPORT)
  public IncidentNumber reportWithin(String flowInstanceId, IncidentReport given) {
    Incident incident = store(given, null);
    incident.flowsAs(flowInstanceId);
    incidents.flush();
    return incident.number();
  }

  private Incident store(IncidentReport given, Contact brought) {
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
    journal.write(incident, JournalKind.REPORTED, "Reported by " + requester.name() + ".");
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
