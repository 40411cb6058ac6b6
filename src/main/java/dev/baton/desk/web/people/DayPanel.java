package dev.baton.desk.web.people;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.Rota;
import dev.baton.staff.rota.RotaPeriod;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** A person's day: shifts and absences, with what can be done with each. */
@Component
class DayPanel {

  private static final int FIRST_HOUR = 9;
  private static final int LAST_HOUR = 17;

  private final Rota rota;
  private final ChangeMarks changes;
  private final StaffDirectory staff;
  private final PeopleAccess access;
  private final PeopleWords words;
  private final PageRenderer pages;
  private final Clock clock;

  DayPanel(
      Rota rota,
      ChangeMarks changes,
      StaffDirectory staff,
      PeopleAccess access,
      PeopleWords words,
      PageRenderer pages,
      Clock clock) {
    this.rota = rota;
    this.changes = changes;
    this.staff = staff;
    this.access = access;
    this.words = words;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * A shift or an absence of the day.
   *
   * @param move leads to its form, as do {@code swap} and {@code off}; null where it is not to be
   *     changed
   * @param takeBack the URL that takes the swap or the move back; null where there is none
   */
  record DayEntry(
      ShiftEntries.Entry entry,
      RotaForm.FormLink move,
      RotaForm.FormLink swap,
      RotaForm.FormLink off,
      String takeBack) {}

  /** Leads to the day of a person on a page. */
  static RotaForm.FormLink link(String page, String team, String login, LocalDate day) {
    String query = "login=%s&day=%s".formatted(UriUtils.encode(login, StandardCharsets.UTF_8), day);
    return new RotaForm.FormLink(
        page + (page.contains("?") ? "&" : "?") + query + "#people-form",
        "/desk/people/day?team=%s&%s"
            .formatted(UriUtils.encode(team, StandardCharsets.UTF_8), query));
  }

  /**
   * @param team whose shifts count; {@link DutyList#NO_TEAM} for those of any
   */
  String html(String team, AgentView person, LocalDate day, Visitor visitor) {
    boolean mayKeep = access.mayKeep();
    String code = DutyFilter.code(team);
    DayParts parts = new DayParts(visitor.zone());
    Instant begin = day.atStartOfDay(visitor.zone()).toInstant().minus(WeekTable.BESIDE);
    Instant end = day.plusDays(1).atStartOfDay(visitor.zone()).toInstant().plus(WeekTable.BESIDE);
    List<String> login = List.of(person.login());
    ShiftEntries shifts =
        new ShiftEntries(
            code, mayKeep, visitor, changes.of(login, begin, end, visitor), words, clock.instant());
    List<RotaPeriod> periods = DayParts.merged(rota.ofPeople(code, login, begin, end));
    String week = WeekFilter.of(Map.of("week", day.toString()), team, day).link();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", person.name());
    model.put("login", person.login());
    model.put("day", words.day(day, visitor));
    model.put("week", week);
    model.put(
        "entries",
        periods.stream()
            .flatMap(
                period ->
                    parts.on(day, period.from(), period.to()).stream()
                        .map(part -> entry(shifts.of(period, part), week, mayKeep)))
            .toList());
    model.put(
        "absence",
        access.mayEdit(visitor, person.login())
            ? RotaForm.ABSENCE.link(
                week, values(person, null, day.atStartOfDay(), day.plusDays(1).atStartOfDay()))
            : null);
    model.put(
        "shift",
        mayKeep
            ? RotaForm.SHIFT.link(
                week,
                values(
                    person,
                    person.teams().contains(team) ? team : null,
                    day.atTime(FIRST_HOUR, 0),
                    day.atTime(LAST_HOUR, 0)))
            : null);
    return pages.part("people-change", "day", visitor.locale(), model);
  }

  private static Map<String, String> values(
      AgentView person, String team, LocalDateTime from, LocalDateTime until) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("login", person.login());
    values.put("post", team);
    values.put("from", from.toString());
    values.put("until", until.toString());
    return values;
  }

  private static DayEntry entry(ShiftEntries.Entry entry, String week, boolean mayKeep) {
    String takeBack = mayKeep && entry.mark() != null ? entry.mark().takeBack() : null;
    if (entry.shift() == null) {
      return new DayEntry(entry, null, null, null, takeBack);
    }
    Map<String, String> values = entry.shift().values();
    return new DayEntry(
        entry,
        RotaForm.MOVE.link(week, values),
        RotaForm.SWAP.link(week, values),
        entry.shift().off(week),
        takeBack);
  }
}
