package dev.baton.major;

import dev.baton.engine.ActingPerson;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.Trigger;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.journal.MajorIncidentNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.Responder;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds who leads a major incident, notes who takes it over, and tells the ladder of it. */
@Service
@Transactional
public class LeadAppointment {

  private static final int LONGEST_BECAUSE = 1_000;

  private final MajorIncidents majors;
  private final IncidentSearch incidents;
  private final MajorIncidentNotes notes;
  private final Duty duty;
  private final Escalations escalations;
  private final ActingPerson actingPerson;
  private final Clock clock;

  LeadAppointment(
      MajorIncidents majors,
      IncidentSearch incidents,
      MajorIncidentNotes notes,
      Duty duty,
      Escalations escalations,
      ActingPerson actingPerson,
      Clock clock) {
    this.majors = majors;
    this.incidents = incidents;
    this.notes = notes;
    this.duty = duty;
    this.escalations = escalations;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /**
   * Appoints whoever answers for the first of the roles that is covered, the one with the fewest
   * major incidents; nobody is noted too.
   *
   * @param roles in the order in which they are asked
   */
  public void appoint(IncidentNumber number, List<Role> roles) {
    MajorIncident major = majors.inTurn(number);
    if (major.appointed() != null) {
      return; // somebody was named before the flow asked
    }
    FoundLead found = find(major, roles);
    note(
        major,
        found.login(),
        found.login() != null
            ? found.because()
            : "Nobody is on duty as %s; all service desk managers are asked."
                .formatted(found.because()));
  }

  /**
   * Appoints somebody who is on duty in place of a lead who is absent or off duty by now, or where
   * nobody leads. Where nobody is on duty everything stays as it is.
   */
  public void relieve(IncidentNumber number, List<Role> roles) {
    MajorIncident major = majors.inTurn(number);
    Presence before =
        major.appointed() == null ? null : duty.presence(major.appointed(), clock.instant());
    if (before != null && before.onDuty()) {
      return;
    }
    FoundLead found = find(major, roles);
    if (found.login() != null) {
      String why = before == null ? "" : "%s is %s. ".formatted(before.name(), before.because());
      note(major, found.login(), why + found.because());
    }
  }

  /** Somebody, or nobody (null), and then the posts where nobody is. */
  private record FoundLead(String login, String because) {}

  private FoundLead find(MajorIncident major, List<Role> roles) {
    List<String> empty = new ArrayList<>();
    Map<String, Integer> led = majors.led();
    for (Post post : posts(roles, incidents.get(major.number()).team())) {
      Responder found =
          duty.responder(post, clock.instant(), Set.of(), login -> led.getOrDefault(login, 0));
      if (found.isThere()) {
        return new FoundLead(found.login(), "As %s: %s".formatted(post.words(), found.because()));
      }
      empty.add(post.words());
    }
    return new FoundLead(null, String.join(", ", empty));
  }

  /** The lead of the team before one anywhere; who manages the desk has no team. */
  private static List<Post> posts(List<Role> roles, String team) {
    List<Post> posts = new ArrayList<>();
    for (Role role : roles) {
      boolean inTeams = role == Role.TEAM_LEAD || role == Role.SENIOR_AGENT || role == Role.AGENT;
      if (inTeams && team != null) {
        posts.add(new Post(team, role));
      }
      if (role != Role.TEAM_LEAD || team == null) {
        posts.add(new Post(null, role));
      }
    }
    return posts;
  }

  /** Somebody holds the flow's task now, or nobody: that person leads. */
  public void takenOver(IncidentNumber number, String login) {
    MajorIncident major = majors.inTurn(number);
    if (!Objects.equals(major.appointed(), login)) {
      String who = actingPerson.current().name();
      note(major, login, login == null ? "Returned by " + who + "." : "Appointed by " + who + ".");
    }
  }

  /** The ladder hears of a major incident, once for each declaration. */
  public void tellTheLadder(IncidentNumber number) {
    MajorIncidentView major = majors.get(number).view();
    escalations.raise(
        number,
        Trigger.MAJOR,
        "major-" + number + "-" + major.declaredAt().toEpochMilli(),
        TextInput.shortened(major.reason(), 200));
  }

  void note(MajorIncident major, String login, String because) {
    String why = TextInput.shortened(because, LONGEST_BECAUSE);
    major.appoint(login, why, clock.instant());
    notes.write(
        major.number(),
        login == null
            ? LocalizableText.of("entry.no-lead")
            : LocalizableText.of("entry.lead", login),
        why);
    majors.flush();
  }

  /** The roles named in a text such as {@code team-lead, senior-agent}. */
  public static List<Role> roles(String text) {
    return List.of(text.split(",")).stream()
        .map(String::strip)
        .map(
            group ->
                Role.ofGroup(group)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "Role '%s' does not exist; use one of %s."
                                    .formatted(
                                        group,
                                        List.of(Role.values()).stream()
                                            .map(Role::group)
                                            .collect(Collectors.joining(", "))))))
        .toList();
  }
}
