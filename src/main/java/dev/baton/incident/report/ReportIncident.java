package dev.baton.incident.report;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Incidents;
import dev.baton.incident.contact.Contact;
import dev.baton.incident.contact.UnknownContact;
import dev.baton.web.validation.InvalidInput;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a report: contact and incident are committed whatever is deployed, with the start of the
 * flow or, if that fails, without it; then it is tried again ({@link FlowStarts}).
 */
@Service
public class ReportIncident {

  private final StoreReport reports;
  private final Incidents incidents;
  private final EntityManager entities;
  private final FlowStarts starts;
  private final ContactSubmissions submissions;

  ReportIncident(
      StoreReport reports,
      Incidents incidents,
      EntityManager entities,
      FlowStarts starts,
      ContactSubmissions submissions) {
    this.reports = reports;
    this.incidents = incidents;
    this.entities = entities;
    this.starts = starts;
    this.submissions = submissions;
  }

  /**
   * Stores contact and incident and starts the flow, after the commit of the caller's transaction
   * if there is one. Returns the incident as stored.
   *
   * @throws InvalidInput for the first field that cannot be accepted; nothing is stored then
   */
  @RequiresPermission(Permission.REPORT)
  public IncidentView report(IncidentReport given) {
    return begun(() -> reports.store(given, null));
  }

  /**
   * The same for a contact without an incident that has brought the report, such as a mail.
   *
   * @throws InvalidInput as {@link #report}
   */
  @RequiresPermission(Permission.REPORT)
  public IncidentView report(IncidentReport given, long contactId) {
    return begun(() -> reports.store(given, unlinked(contactId)));
  }

  /**
   * The same for a form that may be submitted twice.
   *
   * @param formToken as {@link ContactSubmissions#claim} has it
   * @throws ContactSubmissions.AlreadyLogged if it was submitted before
   * @throws InvalidInput as {@link #report}
   */
  @RequiresPermission(Permission.REPORT)
  public IncidentView report(IncidentReport given, String formToken) {
    return begun(
        () -> {
          submissions.claim(formToken);
          Incident incident = reports.store(given, null);
          submissions.remember(formToken, incident.number());
          return incident;
        });
  }

  private Contact unlinked(long contactId) {
    Contact contact = entities.find(Contact.class, contactId);
    if (contact == null || contact.incidentId() != null && !contact.isUnverified()) {
      throw new UnknownContact(contactId);
    }
    return contact;
  }

  private IncidentView begun(Supplier<Incident> storing) {
    return starts.storeAndStart(storing).view();
  }

  /**
   * Stores contact and incident for a flow that has already begun, by its form in Tasklist.
   *
   * @throws InvalidInput as {@link #report}
   */
  @Transactional
  @RequiresPermission(Permission.REPORT)
  public IncidentNumber reportWithin(String flowInstanceId, IncidentReport given) {
    Incident incident = reports.store(given, null);
    incident.flowsAs(flowInstanceId);
    incidents.flush();
    return incident.number();
  }
}
