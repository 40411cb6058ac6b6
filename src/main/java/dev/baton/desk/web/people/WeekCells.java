package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.rota.DutyList.PersonOnDuty;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.RotaPeriod;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One week of a team as it is shown to a visitor: its days, what is missing, and entries. */
final class WeekCells {

  private final WeekFilter asked;
  private final boolean mayKeep;
  private final Visitor visitor;
  private final DayParts parts;
  private final PeopleWords words;
  private final ShiftEntries shifts;
  private final GapCells gaps;
  private final Clock clock;

  /** A day's heading. */
  record Day(String iso, String name, boolean today) {}

  /**
   * A shift or an absence on a day.
   *
   * @param remove leads to the form that takes the shift off; null where there is none
   * @param more leads to all that can be done with it; null where that is nothing
   */
  record WeekEntry(ShiftEntries.Entry entry, RotaForm.FormLink remove, RotaForm.FormLink more) {}

  /** A person with the entries of each day. */
  record WeekRow(
      String login,
      String name,
      String roles,
      boolean withoutRota,
      List<String> deputies,
      List<List<WeekEntry>> days) {}

  WeekCells(
      WeekFilter asked,
      boolean mayKeep,
      Visitor visitor,
      ShiftEntries shifts,
      GapCells gaps,
      PeopleWords words,
      Clock clock) {
    this.shifts = shifts;
    this.gaps = gaps;
    this.words = words;
    this.clock = clock;
    this.asked = asked;
    this.mayKeep = mayKeep;
    this.visitor = visitor;
    this.parts = new DayParts(visitor.zone());
  }

  private List<LocalDate> dates() {
    return IntStream.range(0, WeekFilter.DAYS).mapToObj(asked::day).toList();
  }

  private String format(String english, String german, LocalDate day) {
    return PeopleWords.format(day, visitor, english, german);
  }

  String title() {
    return words.words(
        "people.weekOf",
        visitor,
        format("d MMMM", "d. MMMM", asked.day(0)),
        format("d MMMM uuuu", "d. MMMM uuuu", asked.day(WeekFilter.DAYS - 1)));
  }

  List<Day> days() {
    LocalDate today = ZonedDateTime.ofInstant(clock.instant(), visitor.zone()).toLocalDate();
    return dates().stream()
        .map(
            day ->
                new Day(day.toString(), format("EEE d MMM", "EEE d. MMM", day), day.equals(today)))
        .toList();
  }

  List<List<GapCells.Missing>> missing(List<WeekGaps.PostGap> all) {
    return dates().stream()
        .map(
            day ->
                all.stream()
                    .filter(gap -> gap.from() != null)
                    .flatMap(
                        gap ->
                            parts.on(day, gap.from(), gap.to()).stream()
                                .map(part -> gaps.of(gap, part)))
                    .toList())
        .toList();
  }

  WeekRow row(PersonOnDuty person, List<RotaPeriod> periods) {
    return new WeekRow(
        person.presence().login(),
        person.presence().name(),
        words.roles(person.roles(), visitor),
        person.presence().reason() == Presence.Reason.NO_ROTA,
        person.deputies().stream().map(deputy -> words.deputy(deputy, visitor)).toList(),
        dates().stream().map(day -> entries(day, periods)).toList());
  }

  private List<WeekEntry> entries(LocalDate day, List<RotaPeriod> periods) {
    List<WeekEntry> entries = new ArrayList<>();
    for (RotaPeriod period : periods) {
      parts
          .on(day, period.from(), period.to())
          .ifPresent(part -> entries.add(entry(period, part, day)));
    }
    return entries;
  }

  private WeekEntry entry(RotaPeriod period, DayParts.Part part, LocalDate day) {
    ShiftEntries.Entry entry = shifts.of(period, part);
    boolean canChange = entry.shift() != null || (mayKeep && entry.mark() != null);
    return new WeekEntry(
        entry,
        entry.shift() == null ? null : entry.shift().off(asked.link()),
        canChange ? DayPanel.link(asked.link(), asked.team(), period.login(), day) : null);
  }
}
