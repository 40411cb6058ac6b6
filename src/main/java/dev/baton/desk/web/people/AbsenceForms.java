package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.PlanAbsences;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out the form for absences, with a deputy for that time; says what came of it. */
@Component
class AbsenceForms {

  private final PlanAbsences absences;
  private final AppointDeputies deputies;
  private final DeputyForms rules;
  private final PeopleWords words;
  private final TransactionOperations transaction;

  AbsenceForms(
      PlanAbsences absences,
      AppointDeputies deputies,
      DeputyForms rules,
      PeopleWords words,
      TransactionOperations transaction) {
    this.absences = absences;
    this.deputies = deputies;
    this.rules = rules;
    this.words = words;
    this.transaction = transaction;
  }

  String absence(RotaFormInput input, Visitor visitor) {
    AgentView person = rules.editable(input, visitor);
    Absence.AbsenceKind kind = input.choice("kind", Absence.AbsenceKind.class);
    Instant from = input.moment("from");
    Instant until = input.momentIfGiven("until");
    input.period(from, until);
    String note = input.text("note");
    AgentView deputy = DeputyForms.mayAnswer(input, input.personIfGiven("deputy"), person);
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
                "people.done.absence", visitor, person.name(), visitor.at(from), visitor.at(until));
    return deputy == null
        ? done
        : done + " " + words.words("people.done.absence.deputy", visitor, deputy.name());
  }
}
