package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.rota.ChangeShifts;
import dev.baton.staff.rota.ShiftTime;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries out the forms that swap and move shifts; says what came of it. */
@Component
class ShiftChangeForms {

  /** The fields of the forms by those of the use case. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "fromLogin", "login",
          "toLogin", "taker",
          "to", "until",
          "returnTo", "returnUntil",
          "newTo", "newUntil",
          "team", "post");

  private final ChangeShifts changes;
  private final PeopleAccess access;
  private final PeopleWords words;

  ShiftChangeForms(ChangeShifts changes, PeopleAccess access, PeopleWords words) {
    this.changes = changes;
    this.access = access;
    this.words = words;
  }

  static String field(String ofUseCase) {
    return FIELDS.getOrDefault(ofUseCase, ofUseCase);
  }

  String swap(RotaFormInput input, Visitor visitor) {
    access.keeper();
    AgentView person = input.person("login");
    AgentView taker = input.person("taker");
    String team = ShiftForms.team(input, "login", person);
    ShiftForms.team(input, "taker", taker);
    ShiftTime shift = time(input, "from", "until");
    boolean isReturned = input.text("returnFrom") != null || input.text("returnUntil") != null;
    ShiftTime inReturn = isReturned ? time(input, "returnFrom", "returnUntil") : null;
    input.check();
    changes.swap(person.login(), taker.login(), team, shift, inReturn);
    String when = visitor.between(shift.from(), shift.to(), shift.from());
    return inReturn == null
        ? words.words("people.done.takeOver", visitor, taker.name(), person.name(), when)
        : words.words(
            "people.done.swap",
            visitor,
            taker.name(),
            when,
            person.name(),
            visitor.between(inReturn.from(), inReturn.to(), inReturn.from()));
  }

  String move(RotaFormInput input, Visitor visitor) {
    access.keeper();
    AgentView person = input.person("login");
    String team = ShiftForms.team(input, "login", person);
    ShiftTime shift = time(input, "from", "until");
    ShiftTime instead = time(input, "newFrom", "newUntil");
    input.check();
    changes.move(person.login(), team, shift, instead);
    return words.words(
        "people.done.move",
        visitor,
        person.name(),
        visitor.between(shift.from(), shift.to(), shift.from()),
        visitor.between(instead.from(), instead.to(), instead.from()));
  }

  private static ShiftTime time(RotaFormInput input, String begin, String end) {
    Instant from = input.moment(begin);
    Instant until = input.moment(end);
    if (from != null && until != null && !until.isAfter(from)) {
      input.problem(end, "order");
    }
    return new ShiftTime(from, until);
  }
}
