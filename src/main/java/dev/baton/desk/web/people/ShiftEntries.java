package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.rota.OneOffShift.OneOffShiftKind;
import dev.baton.staff.rota.RotaPeriod;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shifts and absences as they are shown to a visitor. */
final class ShiftEntries {

  private final String team;
  private final boolean mayKeep;
  private final Visitor visitor;
  private final ChangeMarks.Marks marks;
  private final PeopleWords words;
  private final Instant now;

  /**
   * @param team whose calendar it is: what is changed there counts for that team alone; null for
   *     all teams of a person
   */
  ShiftEntries(
      String team,
      boolean mayKeep,
      Visitor visitor,
      ChangeMarks.Marks marks,
      PeopleWords words,
      Instant now) {
    this.team = team;
    this.mayKeep = mayKeep;
    this.visitor = visitor;
    this.marks = marks;
    this.words = words;
    this.now = now;
  }

  /**
   * A shift or an absence on a day.
   *
   * @param kind a name of {@link RotaPeriod.RotaPeriodKind}
   * @param mark that it was swapped or moved, or null
   * @param shift what is changed at once where the visitor may change it, else null
   */
  record Entry(String kind, String words, ChangeMarks.ChangeMark mark, ShiftFields shift) {}

  /**
   * A shift as the fields of a form name it.
   *
   * @param post code of the team for which it is changed, or null for all
   */
  record ShiftFields(String login, String post, String from, String until) {

    Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("login", login);
      values.put("post", post);
      values.put("from", from);
      values.put("until", until);
      return values;
    }

    /** Leads to the form that takes it off. */
    RotaForm.FormLink off(String page) {
      Map<String, String> values = values();
      values.put("kind", OneOffShiftKind.OFF.name());
      return RotaForm.SHIFT.link(page, values);
    }
  }

  /**
   * @param part what of the period is on the day
   * @param time when it is, of what is shown
   */
  Entry of(RotaPeriod period, DayParts.Part part, String time) {
    Instant from = DayParts.isLong(period) ? part.from() : period.from();
    Instant to = DayParts.isLong(period) ? part.to() : period.to();
    boolean canChange = mayKeep && period.kind().isWork() && to.isAfter(now);
    return new Entry(
        period.kind().name(),
        period.absence() == null
            ? words.words("people.period." + period.kind(), visitor, time)
            : words.words("people.absent." + period.absence(), visitor, time),
        marks.of(period).orElse(null),
        canChange
            ? new ShiftFields(period.login(), team, visitor.field(from), visitor.field(to))
            : null);
  }

  /** The part of a day; an absence of a whole day needs no times. */
  Entry of(RotaPeriod period, DayParts.Part part) {
    boolean isAllDay = part.isWholeDay() && period.absence() != null;
    return of(period, part, isAllDay ? words.words("people.allDay", visitor) : part.words());
  }
}
