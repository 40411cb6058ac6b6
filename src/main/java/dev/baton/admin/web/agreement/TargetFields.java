package dev.baton.admin.web.agreement;

import dev.baton.calendar.InvalidCalendar;
import dev.baton.calendar.Target;
import dev.baton.calendar.TargetUnit;
import java.math.BigDecimal;

/** A target as two fields: a number, with a point or a comma, and its unit. */
final class TargetFields {

  private TargetFields() {}

  static void write(FormValues form, String field, Target target) {
    form.with(field + ".value", target.value().toPlainString());
    form.with(field + ".unit", target.unit());
  }

  /** Null if it cannot be read. */
  static Target read(FormValues form, String field, FormProblems problems) {
    String number = form.get(field + ".value").replace(',', '.');
    TargetUnit unit = FormValues.chosen(TargetUnit.values(), form.get(field + ".unit"));
    if (unit == null || !number.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      problems.about(field + ".value", "refused.agreement.number");
      return null;
    }
    try {
      return new Target(new BigDecimal(number), unit);
    } catch (InvalidCalendar fraction) {
      problems.about(field + ".value", "refused.agreement.days");
      return null;
    }
  }
}
