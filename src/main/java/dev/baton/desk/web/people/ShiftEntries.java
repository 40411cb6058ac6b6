package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.rota.RotaPeriod;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shifts and absences as they are shown to a visitor. */
final class ShiftEntries {

  private final boolean mayKeep;
  private final Visitor visitor;
  private final ChangeMarks.Marks marks;
  private final PeopleWords words;
  private final Instant now;

  ShiftEntries(
      boolean mayKeep, Visitor visitor, ChangeMarks.Marks marks, PeopleWords words, Instant now) {
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
   * @param shift the whole of it where the visitor may change it, else null
   */
  record Entry(String kind, String words, ChangeMarks.ChangeMark mark, WholeShift shift) {}

  /**
   * A shift as the fields of a form name it.
   *
   * @param post code of the team whose shift it is, or null for all
   */
  record WholeShift(String login, String post, String from, String until) {

    Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("login", login);
      values.put("post", post);
      values.put("from", from);
      values.put("until", until);
      return values;
    }
  }

  /**
   * @param time when it is, of what is shown
   */
  Entry of(RotaPeriod period, String time) {
    return new Entry(
        period.kind().name(),
        period.absence() == null
            ? words.words("people.period." + period.kind(), visitor, time)
            : words.words("people.absent." + period.absence(), visitor, time),
        marks.of(period).orElse(null),
        mayKeep && period.kind().isWork() && period.to().isAfter(now) ? shift(period) : null);
  }

  /** The part of a day; an absence of a whole day needs no times. */
  Entry of(RotaPeriod period, DayParts.Part part) {
    boolean isAllDay = part.isWholeDay() && period.absence() != null;
    return of(period, isAllDay ? words.words("people.allDay", visitor) : part.words());
  }

  private WholeShift shift(RotaPeriod period) {
    return new WholeShift(
        period.login(), period.team(), visitor.field(period.from()), visitor.field(period.to()));
  }
}
