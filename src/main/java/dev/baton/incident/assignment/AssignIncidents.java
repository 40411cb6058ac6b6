package dev.baton.incident.assignment;

import dev.baton.client.ClientDirectory;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.incident.assignment.AssignmentCandidates.Candidate;
import dev.baton.incident.assignment.AssignmentCandidates.Pick;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.Presence;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a person inside the incident's team, by the policy that the table chose: never one who is
 * off duty, and the same way on every node. Agents and senior agents are given work; who leads does
 * not get it this way.
 */
@Service
@Transactional
public class AssignIncidents {

  private static final int MOST_NAMED = 3;

  private final Incidents incidents;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final Duty duty;
  private final AssignmentTurns turns;
  private final Journal journal;
  private final Clock clock;

  AssignIncidents(
      Incidents incidents,
      ClientDirectory clients,
      StaffDirectory staff,
      Duty duty,
      AssignmentTurns turns,
      Journal journal,
      Clock clock) {
    this.incidents = incidents;
    this.clients = clients;
    this.staff = staff;
    this.duty = duty;
    this.turns = turns;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Gives it to a person, unless the policy leaves it to the queue, somebody was chosen by hand, or
   * who has it is on duty. Nobody on duty: it waits in the queue, and the journal says why.
   */
  public void choose(IncidentNumber number, AssignmentPolicy policy) {
    if (policy.kind() == AssignmentPolicy.AssignmentMethod.PULL) {
      return;
    }
    Incident incident = incidents.inTurn(number);
    Instant now = clock.instant();
    if (incident.assignee() != null && isKept(incident, now)) {
      return;
    }
    List<Presence> people = people(incident.team(), now);
    List<Presence> there = people.stream().filter(Presence::onDuty).toList();
    if (there.isEmpty()) {
      incident.giveTo(null);
      journal.write(incident, JournalKind.QUEUED, left(incident.team(), people));
    } else {
      give(incident, there, policy);
    }
    incidents.flush();
  }

  private boolean isKept(Incident incident, Instant now) {
    return incident.isAssigneeChosen() || duty.presence(incident.assignee(), now).onDuty();
  }

  private List<Presence> people(String team, Instant now) {
    Map<String, Presence> people = new LinkedHashMap<>();
    Stream.of(Role.AGENT, Role.SENIOR_AGENT)
        .flatMap(role -> duty.presences(new Post(team, role), now).stream())
        .forEach(presence -> people.putIfAbsent(presence.login(), presence));
    return List.copyOf(people.values());
  }

  private void give(Incident incident, List<Presence> there, AssignmentPolicy policy) {
    long turn = turns.next(incident.team());
    AssignmentCandidates candidates = candidates(incident.team(), there);
    Pick pick =
        switch (policy.kind()) {
          case ROUND_ROBIN -> candidates.inTurn();
          case SKILLS_FIRST ->
              candidates.bySkill(
                  wanted(policy, incident), clients.client(incident.clientId()).language());
          case LEAST_LOADED, PULL -> candidates.leastLoaded();
        };
    String login = pick.candidate().agent().login();
    turns.given(incident.team(), login, turn);
    incident.giveTo(login);
    journal.write(
        incident,
        JournalKind.ASSIGNED,
        LocalizableText.of(
            "entry.given",
            pick.candidate().agent().name(),
            LocalizableText.name("entry.method", policy.kind()),
            pick.because()));
  }

  private AssignmentCandidates candidates(String team, List<Presence> there) {
    Map<String, Long> loads =
        incidents.atWorkOf(there.stream().map(Presence::login).collect(Collectors.toSet()));
    Map<String, Long> last = turns.last(team);
    return new AssignmentCandidates(
        there.stream()
            .map(
                presence ->
                    new Candidate(
                        staff.agent(presence.login()).orElseThrow(),
                        presence,
                        loads.getOrDefault(presence.login(), 0L),
                        last.getOrDefault(presence.login(), 0L)))
            .toList());
  }

  private static Set<String> wanted(AssignmentPolicy policy, Incident incident) {
    String skill = policy.skill() == null ? incident.category() : policy.skill();
    return skill == null || skill.isBlank()
        ? Set.of()
        : Set.of(skill.strip().toLowerCase(Locale.ROOT));
  }

  private static LocalizableText left(String team, List<Presence> people) {
    if (people.isEmpty()) {
      return LocalizableText.of("entry.left.no-agents", team);
    }
    LocalizableText left = LocalizableText.of("entry.left.nobody-on-duty", team);
    for (Presence presence : people.subList(0, Math.min(MOST_NAMED, people.size()))) {
      left = LocalizableText.of("entry.and-away", left, presence.name(), presence.words());
    }
    return left;
  }
}
