package dev.baton.admin.web.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.sla.agreement.TryAgreements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a changed calendar would change: its days, and what is promised by it. */
@Component
class CalendarEffects {

  private static final int DAYS = 366;

  private final TryAgreements trials;
  private final DueTimes due;

  CalendarEffects(TryAgreements trials, DueTimes due) {
    this.trials = trials;
    this.due = due;
  }

  /** What an agreement that is measured by the calendar would promise. */
  record Effect(String agreement, List<DueTimes.DueRow> rows) {}

  /** A day that would be open at other hours, or closed for another reason. */
  record ChangedDay(CalendarMonths.Day before, CalendarMonths.Day after) {}

  List<Effect> effects(CalendarDefinition draft, Locale locale) {
    return trials.effects(draft).stream()
        .map(
            effect ->
                new Effect(effect.agreement(), due.rows(effect.after(), effect.before(), locale)))
        .toList();
  }

  /** The days of the next year that would change. */
  List<ChangedDay> days(
      CalendarDefinition live, CalendarDefinition draft, LocalDate today, Locale locale) {
    LocalDate end = today.plusDays(DAYS);
    List<CalendarMonths.Day> before = new CalendarMonths(live, locale).days(today, end);
    List<CalendarMonths.Day> after = new CalendarMonths(draft, locale).days(today, end);
    List<ChangedDay> changed = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        changed.add(new ChangedDay(before.get(i), after.get(i)));
      }
    }
    return changed;
  }
}
