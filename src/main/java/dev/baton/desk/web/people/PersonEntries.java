package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.incident.assignment.OpenWork;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Rota;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A person's shifts, absences and deputies, as far as they are not over. */
@Component
class PersonEntries {

  private final PersonShifts shifts;
  private final Rota rota;
  private final Duty duty;
  private final OpenWork work;
  private final StaffDirectory staff;
  private final PeopleAccess access;
  private final PeopleWords words;
  private final Clock clock;

  PersonEntries(
      PersonShifts shifts,
      Rota rota,
      Duty duty,
      OpenWork work,
      StaffDirectory staff,
      PeopleAccess access,
      PeopleWords words,
      Clock clock) {
    this.shifts = shifts;
    this.rota = rota;
    this.duty = duty;
    this.work = work;
    this.staff = staff;
    this.access = access;
    this.words = words;
    this.clock = clock;
  }

  /**
   * An entry with what can be done with it.
   *
   * @param note null where there is none, or none for the visitor
   * @param remove the URL that removes it; null for who may not
   * @param end the URL that ends an absence now; null where that is not possible
   * @param takeBack the URL that takes a swap or a move back as a whole; null where there is none
   */
  record EntryRow(String words, String note, String remove, String end, String takeBack) {

    static EntryRow of(String words, String remove) {
      return new EntryRow(words, null, remove, null, null);
    }
  }

  Map<String, Object> of(AgentView person, Visitor visitor) {
    String login = person.login();
    Instant now = clock.instant();
    String page = "/desk/people/agents/" + login;
    boolean mayKeep = access.mayKeep();
    boolean mayEdit = access.mayEdit(visitor, login);
    Map<String, Object> model = new HashMap<>();
    model.put("login", login);
    model.put("name", person.name());
    model.put("here", page);
    model.put("state", words.state(duty.presence(login, now), visitor, now));
    model.put("onDuty", duty.presence(login, now).onDuty());
    model.put("roles", words.roles(person.roles(), visitor));
    model.put("teams", teams(person.teams()));
    model.put("zone", person.zone().getId());
    model.put("open", work.ofPeople(Set.of(login)).getOrDefault(login, 0L));
    model.put("mayKeep", mayKeep);
    model.put("mayEdit", mayEdit);
    for (RotaForm form : RotaForm.values()) {
      model.put(form.path(), form.link(page, Map.of("login", login)));
    }
    model.put("weeklyShifts", shifts.weekly(person, page, mayKeep, visitor));
    model.put("oneOffShifts", shifts.oneOff(person, page, mayKeep, visitor));
    model.put(
        "absences",
        rota.absences(login).stream()
            .filter(absence -> isAhead(absence.until(), now))
            .map(absence -> absence(absence, page, mayEdit, visitor, now))
            .toList());
    model.put(
        "deputies",
        rota.deputies(login).stream()
            .filter(named -> isAhead(named.until(), now))
            .map(
                named ->
                    EntryRow.of(
                        deputy(named, visitor, now),
                        mayEdit ? remove(page, "deputies", named.id()) : null))
            .toList());
    return model;
  }

  private List<TeamView> teams(Set<String> codes) {
    return codes.stream().sorted().flatMap(code -> staff.team(code).stream()).toList();
  }

  private static boolean isAhead(Instant until, Instant now) {
    return until == null || until.isAfter(now);
  }

  static String remove(String page, String kind, long id) {
    return "%s/%s/%d/remove".formatted(page, kind, id);
  }

  private EntryRow absence(
      Absence absence, String page, boolean mayEdit, Visitor visitor, Instant now) {
    String kind = words.words("people.absenceKind." + absence.kind(), visitor);
    String text =
        absence.until() == null
            ? words.words("people.since", visitor, kind, visitor.at(absence.from(), now))
            : words.words(
                "people.between",
                visitor,
                kind,
                visitor.at(absence.from(), now),
                visitor.at(absence.until(), now));
    boolean isNow = absence.from().isBefore(now);
    return new EntryRow(
        text,
        mayEdit ? absence.note() : null,
        mayEdit ? remove(page, "absences", absence.id()) : null,
        mayEdit && isNow ? "%s/absences/%d/end".formatted(page, absence.id()) : null,
        null);
  }

  private String deputy(Deputy named, Visitor visitor, Instant now) {
    String name = staff.name(named.deputy());
    String as =
        named.role() == null
            ? name
            : words.words("people.deputyAs", visitor, name, words.role(named.role(), visitor));
    return named.until() == null
        ? words.words("people.since", visitor, as, visitor.at(named.from(), now))
        : words.words(
            "people.between",
            visitor,
            as,
            visitor.at(named.from(), now),
            visitor.at(named.until(), now));
  }
}
