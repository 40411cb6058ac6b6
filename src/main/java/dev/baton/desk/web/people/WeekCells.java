package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.Role;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.DutyList.PersonOnDuty;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.RotaPeriod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One week of a team as it is shown to a visitor: its days, what is missing, and entries. */
final class WeekCells {

  private final WeekFilter asked;
  private final boolean mayKeep;
  private final Visitor visitor;
  private final DayParts parts;
  private final PeopleWords words;
  private final Clock clock;

  /** A day's heading. */
  record Day(String iso, String name, boolean today) {}

  /**
   * A shift or an absence on a day.
   *
   * @param kind a name of {@link RotaPeriod.RotaPeriodKind}
   * @param remove leads to the form that takes the shift off; null where there is none
   */
  record Entry(String kind, String words, RotaForm.FormLink remove) {}

  /** What is missing on a day, with the forms that mend it for those who may. */
  record Missing(String words, RotaForm.FormLink shift, RotaForm.FormLink deputy) {}

  /** A person with the entries of each day. */
  record WeekRow(
      String login,
      String name,
      String roles,
      boolean withoutRota,
      List<String> deputies,
      List<List<Entry>> days) {}

  WeekCells(WeekFilter asked, boolean mayKeep, Visitor visitor, PeopleWords words, Clock clock) {
    this.words = words;
    this.clock = clock;
    this.asked = asked;
    this.mayKeep = mayKeep;
    this.visitor = visitor;
    this.parts = new DayParts(visitor.zone());
  }

  String team() {
    return asked.team().equals(DutyList.NO_TEAM) ? null : asked.team();
  }

  private List<LocalDate> dates() {
    return IntStream.range(0, WeekFilter.DAYS).mapToObj(asked::day).toList();
  }

  private String format(String english, String german, LocalDate day) {
    String pattern = visitor.locale().getLanguage().equals("de") ? german : english;
    return DateTimeFormatter.ofPattern(pattern, visitor.locale()).format(day);
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

  List<List<Missing>> missing(List<WeekGaps.PostGap> all) {
    return dates().stream()
        .map(
            day ->
                all.stream()
                    .filter(gap -> gap.from() != null)
                    .flatMap(
                        gap ->
                            parts.on(day, gap.from(), gap.to()).stream()
                                .map(part -> missing(gap, part)))
                    .toList())
        .toList();
  }

  private Missing missing(WeekGaps.PostGap gap, DayParts.Part part) {
    return new Missing(
        words.words("people.missing", visitor, post(gap.role()), part.words()),
        mayKeep && team() != null
            ? RotaForm.SHIFT.link(asked.link(), values(gap.role(), null, part.from(), part.to()))
            : null,
        mayKeep
            ? RotaForm.DEPUTY.link(asked.link(), values(gap.role(), null, gap.from(), gap.to()))
            : null);
  }

  List<Missing> nobody(List<WeekGaps.PostGap> all) {
    return all.stream()
        .filter(gap -> gap.from() == null)
        .map(
            gap ->
                new Missing(
                    words.words("people.nobody", visitor, post(gap.role())),
                    null,
                    mayKeep
                        ? RotaForm.DEPUTY.link(asked.link(), values(gap.role(), null, null, null))
                        : null))
        .toList();
  }

  private String post(Role role) {
    return role == null ? words.words("people.anybody", visitor) : words.role(role, visitor);
  }

  private Map<String, String> values(Role role, String login, Instant from, Instant to) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("post", team() == null ? null : team());
    values.put("role", role == null ? null : role.group());
    values.put("login", login);
    values.put("from", from == null ? null : visitor.field(from));
    values.put("until", to == null ? null : visitor.field(to));
    return values;
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

  private List<Entry> entries(LocalDate day, List<RotaPeriod> periods) {
    List<Entry> entries = new ArrayList<>();
    for (RotaPeriod period : periods) {
      parts.on(day, period.from(), period.to()).ifPresent(part -> entries.add(entry(period, part)));
    }
    return entries;
  }

  private Entry entry(RotaPeriod period, DayParts.Part part) {
    String time = part.isWholeDay() ? words.words("people.allDay", visitor) : part.words();
    String text =
        period.absence() == null
            ? words.words("people.period." + period.kind(), visitor, part.words())
            : words.words("people.absent." + period.absence(), visitor, time);
    boolean isAhead = period.to().isAfter(clock.instant());
    return new Entry(
        period.kind().name(),
        text,
        mayKeep && isAhead && period.kind().isWork() ? off(period) : null);
  }

  private RotaForm.FormLink off(RotaPeriod period) {
    Map<String, String> values = values(null, period.login(), period.from(), period.to());
    values.put("kind", "OFF");
    return RotaForm.SHIFT.link(asked.link(), values);
  }
}
