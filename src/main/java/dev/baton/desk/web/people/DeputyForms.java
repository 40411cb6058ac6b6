package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.PostDeputy;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Carries out the form for deputies, of people and of posts; says what came of it. */
@Component
class DeputyForms {

  private final AppointDeputies deputies;
  private final StaffDirectory staff;
  private final PeopleAccess access;
  private final PeopleWords words;
  private final Clock clock;

  DeputyForms(
      AppointDeputies deputies,
      StaffDirectory staff,
      PeopleAccess access,
      PeopleWords words,
      Clock clock) {
    this.deputies = deputies;
    this.staff = staff;
    this.access = access;
    this.words = words;
    this.clock = clock;
  }

  String submit(RotaFormInput input, Visitor visitor) {
    return input.text("role") == null && input.text("post") == null
        ? deputy(input, visitor)
        : postDeputy(input, visitor);
  }

  private String deputy(RotaFormInput input, Visitor visitor) {
    AgentView person = editable(input, visitor);
    AgentView deputy = mayAnswer(input, input.person("deputy"), person);
    Instant from = begin(input);
    Instant until = input.momentIfGiven("until");
    input.period(from, until);
    input.check();
    deputies.name(new Deputy(0, person.login(), deputy.login(), null, from, until));
    return words.words("people.done.deputy", visitor, deputy.name(), person.name());
  }

  private String postDeputy(RotaFormInput input, Visitor visitor) {
    access.keeper();
    Role role = input.read("role", DeputyForms::role);
    String code = input.text("post");
    TeamView team = code == null ? null : staff.team(code).orElse(null);
    if (code != null && team == null) {
      input.problem("deputy", "team");
    }
    AgentView deputy = mayAnswer(input, input.person("deputy"), null);
    Instant from = begin(input);
    Instant until = input.momentIfGiven("until");
    input.period(from, until);
    input.check();
    deputies.name(
        new PostDeputy(
            0, new Post(team == null ? null : team.code(), role), deputy.login(), from, until));
    return words.words(
        "people.done.postDeputy", visitor, deputy.name(), words.post(role, team, visitor));
  }

  private Instant begin(RotaFormInput input) {
    Instant from = input.momentIfGiven("from");
    return from == null ? clock.instant() : from;
  }

  private static Role role(String group) {
    return Role.ofGroup(group).orElseThrow(() -> new IllegalArgumentException(group));
  }

  /** The person of the form, if the visitor may edit their entries. */
  AgentView editable(RotaFormInput input, Visitor visitor) {
    AgentView person = input.person("login");
    if (person == null) {
      access.keeper();
    } else {
      access.allowFor(visitor, person.login());
    }
    return person;
  }

  /** Nobody stands in for themselves, and only who may answer escalations. */
  static AgentView mayAnswer(RotaFormInput input, AgentView deputy, AgentView standsInFor) {
    if (deputy == null) {
      return null;
    }
    if (standsInFor != null && deputy.login().equals(standsInFor.login())) {
      input.problem("deputy", "self");
    } else if (deputy.roles().stream().noneMatch(Role::answersEscalations)) {
      input.problem("deputy", "mayNotAnswer");
    }
    return deputy;
  }
}
