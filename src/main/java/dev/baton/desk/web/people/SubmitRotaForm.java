package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.OneOffShift;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.PostDeputy;
import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out what a form asks for, with the use cases of the rota; says what came of it. */
@Component
class SubmitRotaForm {

  private final EditShifts shifts;
  private final PlanAbsences absences;
  private final AppointDeputies deputies;
  private final StaffDirectory staff;
  private final PeopleAccess access;
  private final PeopleWords words;
  private final TransactionOperations transaction;
  private final Clock clock;

  SubmitRotaForm(
      EditShifts shifts,
      PlanAbsences absences,
      AppointDeputies deputies,
      StaffDirectory staff,
      PeopleAccess access,
      PeopleWords words,
      TransactionOperations transaction,
      Clock clock) {
    this.shifts = shifts;
    this.absences = absences;
    this.deputies = deputies;
    this.staff = staff;
    this.access = access;
    this.words = words;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @throws RotaFormInput.Refused if the form has problems
   */
  String submit(RotaForm form, RotaFormInput input, Visitor visitor) {
    return switch (form) {
      case SHIFT -> shift(input, visitor);
      case WEEKLY -> weekly(input, visitor);
      case ABSENCE -> absence(input, visitor);
      case DEPUTY ->
          input.text("role") == null && input.text("post") == null
              ? deputy(input, visitor)
              : postDeputy(input, visitor);
    };
  }

  private String shift(RotaFormInput input, Visitor visitor) {
    access.keeper();
    AgentView person = input.person("login");
    String team = team(input, person);
    OneOffShift.OneOffShiftKind kind = input.choice("kind", OneOffShift.OneOffShiftKind.class);
    Instant from = input.moment("from");
    Instant until = input.moment("until");
    input.period(from, until);
    input.check();
    shifts.keep(new OneOffShift(0, person.login(), team, from, until, kind, null));
    return words.words(
        "people.done.shift." + kind, visitor, person.name(), visitor.at(from), visitor.at(until));
  }

  private String weekly(RotaFormInput input, Visitor visitor) {
    access.keeper();
    AgentView person = input.person("login");
    String team = team(input, person);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    input.texts("days").stream()
        .filter(day -> day.matches("[A-Z]+"))
        .forEach(day -> days.add(DayOfWeek.valueOf(day)));
    if (days.isEmpty()) {
      input.problem("days", "days");
    }
    TimeOfDay start = input.required("start", input.read("start", TimeOfDay::parse));
    TimeOfDay end = input.required("end", input.read("end", TimeOfDay::parse));
    LocalDate first = input.day("validFrom");
    LocalDate last = input.dayIfGiven("validTo");
    if (first != null && last != null && last.isBefore(first)) {
      input.problem("validTo", "order");
    }
    Integer everyWeeks = input.read("everyWeeks", Integer::valueOf);
    if (everyWeeks != null && (everyWeeks < 1 || everyWeeks > WeeklyShift.MOST_WEEKS)) {
      input.problem("everyWeeks", "weeks");
    }
    input.check();
    shifts.keep(
        new WeeklyShift(
            0,
            person.login(),
            team,
            days,
            start,
            end,
            null,
            first,
            last,
            everyWeeks == null ? 1 : everyWeeks));
    return words.words("people.done.weekly", visitor, person.name(), start + "–" + end);
  }

  private String absence(RotaFormInput input, Visitor visitor) {
    AgentView person = editable(input, visitor);
    Absence.AbsenceKind kind = input.choice("kind", Absence.AbsenceKind.class);
    Instant from = input.moment("from");
    Instant until = input.momentIfGiven("until");
    input.period(from, until);
    String note = input.text("note");
    AgentView deputy = mayAnswer(input, input.personIfGiven("deputy"), person);
    input.check();
    transaction.executeWithoutResult(
        status -> {
          absences.plan(new Absence(0, person.login(), from, until, kind, note));
          if (deputy != null) {
            deputies.name(new Deputy(0, person.login(), deputy.login(), null, from, until));
          }
        });
    String done =
        until == null
            ? words.words("people.done.absence.open", visitor, person.name(), visitor.at(from))
            : words.words(
                "people.done.absence",
                visitor,
                person.name(),
                visitor.at(from),
                visitor.at(until));
    return deputy == null
        ? done
        : done + " " + words.words("people.done.absence.deputy", visitor, deputy.name());
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
    Role role = input.read("role", SubmitRotaForm::role);
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

  private AgentView editable(RotaFormInput input, Visitor visitor) {
    AgentView person = input.person("login");
    if (person == null) {
      access.keeper();
    } else {
      access.allowFor(visitor, person.login());
    }
    return person;
  }

  private static String team(RotaFormInput input, AgentView person) {
    String team = input.text("post");
    if (team != null && person != null && !person.teams().contains(team)) {
      input.problem("post", "notInTeam");
    }
    return team;
  }

  /** Nobody stands in for themselves, and only who may answer escalations. */
  private static AgentView mayAnswer(RotaFormInput input, AgentView deputy, AgentView standsInFor) {
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
