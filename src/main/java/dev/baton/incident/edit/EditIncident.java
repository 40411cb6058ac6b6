package dev.baton.incident.edit;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.RequesterView;
import dev.baton.client.ServiceView;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.incident.ReportValidator;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects subject, category, service and requester of an incident. Priority, team and deadlines
 * stay: the flow reads the new values when it next prioritises or routes.
 */
@Service
@Transactional
public class EditIncident {

  private static final String NONE = "–";

  private final Incidents incidents;
  private final ClientDirectory clients;
  private final ReportValidator check;
  private final IncidentActions actions;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  EditIncident(
      Incidents incidents,
      ClientDirectory clients,
      ReportValidator check,
      IncidentActions actions,
      Journal journal,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.clients = clients;
    this.check = check;
    this.actions = actions;
    this.journal = journal;
    this.events = events;
  }

  /**
   * @param seen what the person saw in the fields; null in a field, or altogether, for whatever
   *     stands there
   * @throws InvalidInput for the first field whose value the client does not know
   * @throws ChangedMeanwhile if somebody else changed a field that this person changed, too, and to
   *     something else, since it was seen
   */
  @RequiresPermission(Permission.WORK)
  public IncidentView edit(IncidentNumber number, IncidentChanges given, IncidentChanges seen) {
    Incident incident = incidents.inTurn(number);
    IncidentView before = incident.view();
    IncidentChanges now = IncidentChanges.asItIs(before);
    IncidentChanges base = seen == null ? IncidentChanges.NONE : seen;
    IncidentChanges changes = given.since(base);
    boolean isChanged =
        editSubject(incident, changes.subject(), base.subject(), now.subject())
            | editCategory(incident, changes.category(), base.category(), now.category())
            | editService(incident, changes.service(), base.service(), now.service())
            | editRequester(incident, changes.requester(), base.requester(), now.requester());
    if (isChanged) {
      tell(incident);
    }
    return incident.view();
  }

  /**
   * The same, and the flow prioritises and routes again at once, by the same impact and urgency.
   */
  @RequiresPermission(Permission.WORK)
  public IncidentView editAndPrioritise(
      IncidentNumber number, IncidentChanges changes, IncidentChanges seen) {
    IncidentView edited = edit(number, changes, seen);
    return actions.reprioritise(number, edited.impact(), edited.urgency(), null);
  }

  private boolean editSubject(Incident incident, String given, String seen, String now) {
    if (given == null) {
      return false;
    }
    String subject = TextInput.required("subject", given, 200);
    if (!isChange("subject", subject, seen, now)) {
      return false;
    }
    incident.rename(subject);
    note(incident, JournalKind.SUBJECT_CHANGED, now, subject);
    return true;
  }

  private boolean editCategory(Incident incident, String given, String seen, String now) {
    if (given == null) {
      return false;
    }
    String category = ReportValidator.category(given);
    if (!isChange("category", category, seen, now)) {
      return false;
    }
    incident.categorise(category);
    note(incident, JournalKind.CATEGORY_CHANGED, now, category);
    return true;
  }

  private boolean editService(Incident incident, String given, String seen, String now) {
    if (given == null) {
      return false;
    }
    String service = check.service(clients.client(incident.clientId()), given);
    if (!isChange("service", service, seen, now)) {
      return false;
    }
    incident.concernService(service);
    note(
        incident,
        JournalKind.SERVICE_CHANGED,
        serviceName(incident, now),
        serviceName(incident, service));
    return true;
  }

  private boolean editRequester(Incident incident, String given, String seen, String now) {
    if (given == null || given.strip().equalsIgnoreCase(now)) {
      return false;
    }
    String asked = TextInput.required("requester", given, 320);
    RequesterView person = check.requester(clients.client(incident.clientId()), asked);
    refuseIfChanged("requester", seen, now);
    changeRequester(incident, person);
    return true;
  }

  private void tell(Incident incident) {
    incidents.flush();
    events.publishEvent(new IncidentEdited(incident.flowInstanceId(), incident.number()));
  }

  /** To a person of the incident's client. */
  @RequiresPermission(Permission.WORK)
  public IncidentView changeRequester(IncidentNumber number, long requesterId) {
    Incident incident = incidents.inTurn(number);
    if (incident.requesterId() != requesterId) {
      changeRequester(incident, clients.requester(requesterId));
      tell(incident);
    }
    return incident.view();
  }

  private void changeRequester(Incident incident, RequesterView person) {
    IncidentView.Requester before = incident.view().requester();
    incident.reportedBy(person);
    note(
        incident,
        JournalKind.REQUESTER_CHANGED,
        shown(before.name(), before.email()),
        shown(person.name(), person.email()));
  }

  private static boolean isChange(String field, String value, String seen, String now) {
    if (Objects.equals(value == null ? "" : value, now)) {
      return false;
    }
    refuseIfChanged(field, seen, now);
    return true;
  }

  private static void refuseIfChanged(String field, String seen, String now) {
    if (seen != null && !seen.strip().equals(now)) {
      throw new ChangedMeanwhile(field, now);
    }
  }

  private String serviceName(Incident incident, String code) {
    return code == null
        ? null
        : clients.service(incident.clientId(), code).map(ServiceView::name).orElse(code);
  }

  private static String shown(String name, String email) {
    return name == null ? email : email == null ? name : name + " (" + email + ")";
  }

  /** The kind says what changed, so that the line reads the same in every language. */
  private void note(Incident incident, JournalKind kind, String before, String after) {
    journal.write(
        incident,
        kind,
        LocalizableText.of(
            "entry.value",
            TextInput.shortened(quoted(before), 240)
                + " → "
                + TextInput.shortened(quoted(after), 240)));
  }

  private static String quoted(String value) {
    return value == null || value.isEmpty() ? NONE : "“" + value + "”";
  }
}
