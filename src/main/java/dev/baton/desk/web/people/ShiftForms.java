package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.OneOffShift;
import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Carries out the forms for shifts; says what came of it. */
@Component
class ShiftForms {

  private final EditShifts shifts;
  private final PeopleAccess access;
  private final PeopleWords words;

  ShiftForms(EditShifts shifts, PeopleAccess access, PeopleWords words) {
    this.shifts = shifts;
    this.access = access;
    this.words = words;
  }

  String shift(RotaFormInput input, Visitor visitor) {
    access.keeper();
    AgentView person = input.person("login");
    String team = team(input, "post", person);
    OneOffShift.OneOffShiftKind kind = input.choice("kind", OneOffShift.OneOffShiftKind.class);
    Instant from = input.moment("from");
    Instant until = input.moment("until");
    input.period(from, until);
    input.check();
    shifts.keep(new OneOffShift(0, person.login(), team, from, until, kind, null));
    return words.words(
        "people.done.shift." + kind, visitor, person.name(), visitor.at(from), visitor.at(until));
  }

  String weekly(RotaFormInput input, Visitor visitor) {
    access.keeper();
    AgentView person = input.person("login");
    String team = team(input, "post", person);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    input.texts("days").stream()
        .flatMap(text -> Arrays.stream(DayOfWeek.values()).filter(day -> day.name().equals(text)))
        .forEach(days::add);
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

  /**
   * The team of the form, or null for all.
   *
   * @param field where to say that the person is not in it
   */
  static String team(RotaFormInput input, String field, AgentView person) {
    String team = input.text("post");
    if (team != null && person != null && !person.teams().contains(team)) {
      input.problem(field, "notInTeam");
    }
    return team;
  }
}
