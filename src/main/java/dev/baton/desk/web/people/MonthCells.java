package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.rota.DutyList.PersonOnDuty;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.RotaPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One month of a team as it is shown to a visitor. */
final class MonthCells {

  private final MonthFilter asked;
  private final Visitor visitor;
  private final LocalDate today;
  private final PeopleWords words;
  private final ShiftEntries shifts;
  private final DayParts parts;

  /**
   * A column.
   *
   * @param holiday name of the public holiday or the closed day, or null
   */
  record MonthDay(
      String iso,
      int number,
      String weekday,
      String name,
      boolean today,
      boolean closed,
      String holiday) {}

  /**
   * What nobody covers on a day.
   *
   * @param week leads to the week that shows the remedies
   */
  record MonthGap(int count, String words, String week) {}

  /**
   * A shift or an absence in a cell.
   *
   * @param brief its hours such as {@code 8–16:30}, or the letter of the absence
   */
  record MonthEntry(String brief, ShiftEntries.Entry entry) {}

  /** A person with the entries of each day. */
  record MonthRow(
      String login, String name, String roles, boolean withoutRota, List<List<MonthEntry>> days) {}

  MonthCells(
      MonthFilter asked, Visitor visitor, LocalDate today, ShiftEntries shifts, PeopleWords words) {
    this.asked = asked;
    this.visitor = visitor;
    this.today = today;
    this.shifts = shifts;
    this.words = words;
    this.parts = new DayParts(visitor.zone());
  }

  String title() {
    return PeopleWords.format(asked.month().atDay(1), visitor, "LLLL uuuu", "LLLL uuuu");
  }

  List<MonthDay> days(List<ClosedDays.ClosedDay> closed) {
    List<LocalDate> days = asked.days();
    return IntStream.range(0, days.size())
        .mapToObj(at -> day(days.get(at), closed.get(at)))
        .toList();
  }

  private MonthDay day(LocalDate day, ClosedDays.ClosedDay closed) {
    return new MonthDay(
        day.toString(),
        day.getDayOfMonth(),
        PeopleWords.format(day, visitor, "EEE", "EEE").replace(".", ""),
        PeopleWords.format(day, visitor, "EEE d MMM", "EEE d. MMM"),
        day.equals(today),
        closed.closed(),
        closed.name());
  }

  List<MonthGap> gaps(List<WeekGaps.PostGap> all) {
    return asked.days().stream().map(day -> gap(day, all)).toList();
  }

  /** Null where everything is covered. */
  private MonthGap gap(LocalDate day, List<WeekGaps.PostGap> all) {
    List<String> missing =
        all.stream()
            .filter(gap -> gap.from() != null)
            .flatMap(
                gap ->
                    parts.on(day, gap.from(), gap.to()).stream()
                        .map(part -> words.missing(gap.role(), part.words(), visitor)))
            .toList();
    return missing.isEmpty()
        ? null
        : new MonthGap(
            missing.size(),
            String.join("; ", missing),
            new WeekFilter(asked.team(), WeekFilter.mondayOf(day), 0).link() + "#people-week");
  }

  MonthRow row(PersonOnDuty person, List<RotaPeriod> periods) {
    return new MonthRow(
        person.presence().login(),
        person.presence().name(),
        words.roles(person.roles(), visitor),
        person.presence().reason() == Presence.Reason.NO_ROTA,
        asked.days().stream().map(day -> entries(day, periods)).toList());
  }

  private List<MonthEntry> entries(LocalDate day, List<RotaPeriod> periods) {
    return periods.stream()
        .flatMap(
            period ->
                parts.on(day, period.from(), period.to()).stream()
                    .filter(part -> isShownOn(day, period))
                    .map(part -> entry(period, part)))
        .collect(Collectors.toList());
  }

  /** A night shift belongs to the day on which it begins. */
  private boolean isShownOn(LocalDate day, RotaPeriod period) {
    LocalDate begins = period.from().atZone(visitor.zone()).toLocalDate();
    return isSplit(period) || begins.equals(day) || (begins.isBefore(day) && isFirst(day));
  }

  private boolean isFirst(LocalDate day) {
    return day.getDayOfMonth() == 1;
  }

  /** Days on end are shown day by day. */
  private static boolean isSplit(RotaPeriod period) {
    return period.absence() != null || DayParts.isLong(period);
  }

  private MonthEntry entry(RotaPeriod period, DayParts.Part part) {
    if (period.absence() != null) {
      return new MonthEntry(
          words.words("people.letter." + period.absence(), visitor), shifts.of(period, part));
    }
    Instant from = isSplit(period) ? part.from() : period.from();
    Instant to = isSplit(period) ? part.to() : period.to();
    return new MonthEntry(
        brief(from, false) + "–" + brief(to, true),
        shifts.of(period, part, DayParts.time(from, to, visitor.zone())));
  }

  /** As short as can be: {@code 8} or {@code 16:30}. */
  private String brief(Instant instant, boolean isEnd) {
    LocalTime time = instant.atZone(visitor.zone()).toLocalTime();
    if (isEnd && time.equals(LocalTime.MIDNIGHT)) {
      return "24";
    }
    return time.getMinute() == 0
        ? String.valueOf(time.getHour())
        : "%d:%02d".formatted(time.getHour(), time.getMinute());
  }
}
