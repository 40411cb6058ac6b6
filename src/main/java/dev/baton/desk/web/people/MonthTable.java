package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.DutyList.DutyPage;
import dev.baton.staff.rota.DutyList.PersonOnDuty;
import dev.baton.staff.rota.DutyList.TeamOnDuty;
import dev.baton.staff.rota.Rota;
import dev.baton.staff.rota.RotaPeriod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A team's month: days as columns, people as rows, and what nobody covers above them. */
@Component
class MonthTable {

  private final DutyList duty;
  private final Rota rota;
  private final WeekGaps gaps;
  private final ClosedDays closed;
  private final ChangeMarks changes;
  private final PeopleWords words;
  private final Clock clock;

  MonthTable(
      DutyList duty,
      Rota rota,
      WeekGaps gaps,
      ClosedDays closed,
      ChangeMarks changes,
      PeopleWords words,
      Clock clock) {
    this.duty = duty;
    this.rota = rota;
    this.gaps = gaps;
    this.closed = closed;
    this.changes = changes;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @param mayKeep whether the visitor may edit the rota of others
   */
  Map<String, Object> of(MonthFilter asked, boolean mayKeep, Visitor visitor) {
    Instant from = asked.from(visitor.zone());
    Instant to = asked.to(visitor.zone());
    LocalDate today = LocalDate.now(clock.withZone(visitor.zone()));
    DutyPage page =
        duty.find(
            new DutyList.DutyQuery(
                List.of(asked.team()),
                null,
                from,
                to,
                asked.page() * MonthFilter.ON_A_PAGE,
                MonthFilter.ON_A_PAGE));
    List<PersonOnDuty> people =
        page.teams().stream().map(TeamOnDuty::people).flatMap(List::stream).toList();
    List<String> logins = people.stream().map(person -> person.presence().login()).toList();
    Instant begin = from.minus(WeekTable.BESIDE);
    Instant end = to.plus(WeekTable.BESIDE);
    String team = DutyFilter.code(asked.team());
    ShiftEntries shifts =
        new ShiftEntries(
            team,
            mayKeep,
            visitor,
            changes.of(logins, begin, end, visitor),
            words,
            clock.instant());
    MonthCells month = new MonthCells(asked, visitor, today, shifts, words);
    WeekGaps.Gaps missing = gaps.of(asked.team(), from, to);
    List<MonthCells.MonthGap> gapsByDay = month.gaps(missing.gaps());
    Map<String, Object> model = new HashMap<>();
    model.put("month", asked);
    model.put("here", asked.link());
    model.put("team", words.teams(visitor).get(asked.team()));
    model.put("teams", words.choices(words.teams(visitor), asked.team()));
    model.put("zone", visitor.zone().getId());
    model.put("title", month.title());
    model.put("days", month.days(closed.of(asked.team(), asked.days(), visitor.locale())));
    model.put("gaps", gapsByDay.stream().anyMatch(Objects::nonNull) ? gapsByDay : null);
    GapCells notCovered = new GapCells(team, asked.link(), mayKeep, visitor, words);
    model.put("nobody", notCovered.nobody(missing.gaps()));
    model.put("calendars", missing.calendars());
    model.put("rows", rows(month, people, team, begin, end));
    model.put("before", asked.monthsLater(-1).link());
    model.put("after", asked.monthsLater(1).link());
    model.put("thisMonth", MonthFilter.of(Map.of(), asked.team(), today).link());
    model.put("pageNumber", words.words("list.page", visitor, asked.page() + 1));
    boolean further = page.people() > (asked.page() + 1) * MonthFilter.ON_A_PAGE;
    model.put("previous", asked.page() == 0 ? null : asked.atPage(asked.page() - 1).link());
    model.put("next", further ? asked.atPage(asked.page() + 1).link() : null);
    return model;
  }

  private List<MonthCells.MonthRow> rows(
      MonthCells month, List<PersonOnDuty> people, String team, Instant begin, Instant end) {
    List<String> logins = people.stream().map(person -> person.presence().login()).toList();
    Map<String, List<RotaPeriod>> periods =
        DayParts.merged(rota.ofPeople(team, logins, begin, end)).stream()
            .collect(Collectors.groupingBy(RotaPeriod::login));
    return people.stream()
        .sorted((one, other) -> one.presence().name().compareToIgnoreCase(other.presence().name()))
        .map(
            person -> month.row(person, periods.getOrDefault(person.presence().login(), List.of())))
        .toList();
  }
}
