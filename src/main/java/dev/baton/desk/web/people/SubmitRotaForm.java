package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import org.springframework.stereotype.Component;

/** Carries out what a form asks for, with the use cases of the rota. */
@Component
class SubmitRotaForm {

  private final ShiftForms shifts;
  private final AbsenceForms absences;
  private final DeputyForms deputies;
  private final ShiftChangeForms changes;

  SubmitRotaForm(
      ShiftForms shifts, AbsenceForms absences, DeputyForms deputies, ShiftChangeForms changes) {
    this.changes = changes;
    this.shifts = shifts;
    this.absences = absences;
    this.deputies = deputies;
  }

  /**
   * Says what came of it.
   *
   * @throws RotaFormInput.Refused if the form has problems
   */
  String submit(RotaForm form, RotaFormInput input, Visitor visitor) {
    return switch (form) {
      case SHIFT -> shifts.shift(input, visitor);
      case WEEKLY -> shifts.weekly(input, visitor);
      case SWAP -> changes.swap(input, visitor);
      case MOVE -> changes.move(input, visitor);
      case ABSENCE -> absences.absence(input, visitor);
      case DEPUTY -> deputies.submit(input, visitor);
    };
  }
}
