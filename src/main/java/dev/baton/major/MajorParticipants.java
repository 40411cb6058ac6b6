package dev.baton.major;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.RefusedAct;
import dev.baton.incident.journal.MajorIncidentNotes;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a role in a major incident beside its lead, and who is told of it. */
@Service
@Transactional
public class MajorParticipants {

  private static final int MOST_STAKEHOLDERS = 100;

  private final MajorIncidents majors;
  private final StaffDirectory staff;
  private final MajorIncidentNotes notes;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  MajorParticipants(
      MajorIncidents majors,
      StaffDirectory staff,
      MajorIncidentNotes notes,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      JdbcClient jdbc,
      Clock clock) {
    this.majors = majors;
    this.staff = staff;
    this.notes = notes;
    this.actingPerson = actingPerson;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Gives somebody the role, in the place of whoever had it unless several can have it, and tells
   * them. Who has it already keeps it.
   *
   * @throws InvalidInput if the person is no active agent, or there are too many stakeholders
   * @throws NotOffered if the major incident is over
   */
  @RequiresPermission(Permission.WORK)
  public void assign(IncidentNumber number, MajorRole role, String login) {
    MajorIncident major = majors.inTurn(number);
    if (major.state().isOver()) {
      throw major.refusal(RefusedAct.GIVEN_ROLES);
    }
    AgentView agent =
        staff
            .agent(login)
            .filter(AgentView::active)
            .orElseThrow(
                () -> new InvalidInput("login", LocalizableText.of("refused.agent", login)));
    List<MajorParticipant> before = of(major).stream().filter(one -> one.role() == role).toList();
    if (before.stream().anyMatch(one -> one.login().equals(agent.login()))) {
      return;
    }
    if (before.size() >= MOST_STAKEHOLDERS) {
      throw new InvalidInput(
          "login", LocalizableText.of("refused.stakeholders", MOST_STAKEHOLDERS));
    }
    if (!role.isOfSeveral()) {
      delete(major, role, null);
    }
    add(major, role, agent);
  }

  private void add(MajorIncident major, MajorRole role, AgentView agent) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into major_participant (major_incident_id, role, login, since, named_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(major.id(), role.name(), agent.login(), now, actingPerson.current().name())
        .update();
    notes.write(major.number(), LocalizableText.of("entry.major-role." + role, agent.name()), null);
    events.publishEvent(
        new MajorIncidentEvent(
            major.number(),
            MajorIncidentEvent.MajorIncidentEventKind.DECLARED,
            now,
            null,
            major.nextUpdateDue(),
            agent.login()));
  }

  /**
   * Takes the role from somebody.
   *
   * @return false if they do not have it
   */
  @RequiresPermission(Permission.WORK)
  public boolean remove(IncidentNumber number, MajorRole role, String login) {
    MajorIncident major = majors.inTurn(number);
    boolean had = delete(major, role, login) > 0;
    if (had) {
      String name = staff.name(login);
      notes.write(number, LocalizableText.of("entry.major-role-left." + role, name), null);
    }
    return had;
  }

  /**
   * @param login null for whoever has the role
   */
  private int delete(MajorIncident major, MajorRole role, String login) {
    return jdbc.sql(
            """
            delete from major_participant
            where major_incident_id = ? and role = ? and login = coalesce(?, login)
            """)
        .params(major.id(), role.name(), login)
        .update();
  }

  /** In the order of the roles, and then of time; none if the incident never was a major one. */
  @Transactional(readOnly = true)
  public List<MajorParticipant> of(IncidentNumber number) {
    return majors.find(number).map(this::of).orElse(List.of());
  }

  private List<MajorParticipant> of(MajorIncident major) {
    return jdbc.sql(
            """
            select role, login, since, named_by from major_participant
            where major_incident_id = ? order by field(role, 'COMMUNICATIONS', 'TECHNICAL', 'SCRIBE', 'STAKEHOLDER'), since, id
            """)
        .param(major.id())
        .query(MajorParticipant.class)
        .list();
  }

  /** Sign-in names of the stakeholders. */
  @Transactional(readOnly = true)
  public List<String> stakeholders(IncidentNumber number) {
    return of(number).stream()
        .filter(one -> one.role() == MajorRole.STAKEHOLDER)
        .map(MajorParticipant::login)
        .toList();
  }
}
