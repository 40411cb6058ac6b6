package dev.baton.major;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.client.ClientDirectory;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Flows;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.incident.journal.MajorIncidentNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes an incident a major one, and starts the flow beside its own. */
@Service
@Transactional
public class DeclareMajorIncident {

  private static final String DECLARED = "majorIncidentDeclared";
  private static final int SHOWN = 120;

  private final MajorIncidents majors;
  private final RelatedIncidents related;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final MajorIncidentNotes notes;
  private final Flows flows;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DeclareMajorIncident(
      MajorIncidents majors,
      RelatedIncidents related,
      IncidentSearch incidents,
      ClientDirectory clients,
      MajorIncidentNotes notes,
      Flows flows,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      Clock clock) {
    this.majors = majors;
    this.related = related;
    this.incidents = incidents;
    this.clients = clients;
    this.notes = notes;
    this.flows = flows;
    this.actingPerson = actingPerson;
    this.events = events;
    this.clock = clock;
  }

  /**
   * By the incident's own flow. An incident that is or was a major one, or belongs to one, is left
   * as it is; returns whether it was declared now.
   */
  public boolean byRule(IncidentNumber number, String reason) {
    if (majors.findInTurn(number).isPresent() || majors.openLink(number).isPresent()) {
      return false;
    }
    declare(number, MajorDeclaration.RULE, reason);
    return true;
  }

  /**
   * By a person, for any open incident; also again after it was stood down or closed.
   *
   * @throws NotOffered when it is major already, belongs to a major incident, or is over
   */
  @RequiresPermission(Permission.WORK)
  public MajorIncidentView byHand(IncidentNumber number, String why) {
    String reason =
        TextInput.required(
            "reason", why, MajorTextLimits.REASON, LocalizableText.of("refused.major.reason"));
    IncidentView incident = incidents.get(number);
    if (incident.status().isFinal() || incident.status() == Status.RESOLVED) {
      throw new NotOffered(
          LocalizableText.of(
              "refused.major.notOpen",
              number,
              LocalizableText.name("refused.status", incident.status())));
    }
    Optional<RelatedIncidentLink> link = majors.openLink(number);
    if (link.isPresent()) {
      throw new NotOffered(
          LocalizableText.of(
              "refused.major.belongs", number, majors.get(link.get().majorIncidentId()).number()));
    }
    return declare(number, MajorDeclaration.HAND, reason).view();
  }

  /** Of several that are one: the first is the major incident, the others belong to it. */
  void cluster(List<IncidentNumber> numbers, String reason) {
    MajorIncident major = declare(numbers.get(0), MajorDeclaration.CLUSTER, reason);
    numbers.subList(1, numbers.size()).forEach(child -> related.join(major, child));
    majors.flush();
  }

  private MajorIncident declare(IncidentNumber number, MajorDeclaration how, String reason) {
    MajorIncident major = majors.findInTurn(number).orElseGet(() -> new MajorIncident(number));
    if (major.id() != null && !major.state().isOver()) {
      throw new NotOffered(LocalizableText.of("refused.major.already", number));
    }
    String who = actingPerson.current().name();
    String instance = flows.start(DECLARED, number.value(), variables(incidents.get(number)));
    boolean isNew = major.id() == null;
    major.declare(how, reason, who, clock.instant(), instance);
    if (isNew) {
      majors.add(major);
    }
    notes.write(number, LocalizableText.of("entry.declared"), reason);
    majors.flush();
    if (!isNew) {
      related.renew(major);
    }
    events.publishEvent(
        new MajorIncidentEvent(
            number,
            MajorIncidentEvent.MajorIncidentEventKind.DECLARED,
            clock.instant(),
            null,
            null,
            null));
    return major;
  }

  private Map<String, Object> variables(IncidentView incident) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("incidentNumber", incident.number());
    variables.put("client", incident.client());
    variables.put("tier", clients.client(incident.clientId()).tier().name());
    variables.put("subject", TextInput.shortened(incident.subject(), SHOWN));
    variables.put("priority", incident.priority() == null ? null : incident.priority().name());
    return variables;
  }
}
