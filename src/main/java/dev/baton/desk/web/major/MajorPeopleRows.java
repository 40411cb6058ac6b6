package dev.baton.desk.web.major;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.people.PeopleNames;
import dev.baton.incident.IncidentNumber;
import dev.baton.major.MajorParticipants;
import dev.baton.major.MajorRole;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Presence;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who does what in a major incident, and whether they are on duty. */
@Component
class MajorPeopleRows {

  private final MajorParticipants participants;
  private final Duty duty;
  private final PeopleNames people;
  private final PageRenderer pages;
  private final Clock clock;

  MajorPeopleRows(
      MajorParticipants participants,
      Duty duty,
      PeopleNames people,
      PageRenderer pages,
      Clock clock) {
    this.participants = participants;
    this.duty = duty;
    this.people = people;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Somebody with what they do.
   *
   * @param role null for the lead
   * @param duty whether they are there, in words
   */
  record PersonRow(
      MajorRole role, String roleWords, String login, String name, boolean onDuty, String duty) {}

  /** A role to choose. */
  record RoleChoice(String value, String label) {}

  /**
   * @param lead null if there is none
   */
  PersonRow lead(Presence lead, Visitor visitor, Instant now) {
    return lead == null ? null : row(null, lead, visitor, now);
  }

  List<PersonRow> others(IncidentNumber number, Visitor visitor, Instant now) {
    return participants.of(number).stream()
        .map(one -> row(one.role(), duty.presence(one.login(), now), visitor, now))
        .toList();
  }

  private PersonRow row(MajorRole role, Presence person, Visitor visitor, Instant now) {
    return new PersonRow(
        role,
        pages.name("major.role", role, visitor.locale()),
        person.login(),
        person.name(),
        person.onDuty(),
        pages.words(person.words(), visitor, now));
  }

  List<RoleChoice> roles(Visitor visitor) {
    return Arrays.stream(MajorRole.values())
        .map(role -> new RoleChoice(role.name(), pages.name("major.role", role, visitor.locale())))
        .toList();
  }

  /** The desk's people for what somebody types. */
  List<Suggestion> like(String text, Visitor visitor) {
    Instant now = clock.instant();
    return people.like(text).stream()
        .map(field -> new Suggestion(field, field, presence(field, visitor, now), null))
        .toList();
  }

  private String presence(String field, Visitor visitor, Instant now) {
    return people
        .find(field)
        .map(agent -> pages.words(duty.presence(agent.login(), now).words(), visitor, now))
        .orElse(null);
  }
}
