package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.DutyList.DutyPage;
import dev.baton.staff.rota.DutyList.PersonOnDuty;
import dev.baton.staff.rota.DutyList.TeamOnDuty;
import dev.baton.staff.rota.Rota;
import dev.baton.staff.rota.RotaPeriod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A team's week: days as columns, people as rows, and what nobody covers above them. */
@Component
class WeekTable {

  /**
   * Shifts that begin before the week or end after it are shown in part, but changed as a whole.
   */
  static final Duration BESIDE = Duration.ofDays(2);

  private final DutyList duty;
  private final Rota rota;
  private final WeekGaps gaps;
  private final ChangeMarks changes;
  private final PeopleWords words;
  private final Clock clock;

  WeekTable(
      DutyList duty,
      Rota rota,
      WeekGaps gaps,
      ChangeMarks changes,
      PeopleWords words,
      Clock clock) {
    this.changes = changes;
    this.duty = duty;
    this.rota = rota;
    this.gaps = gaps;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @param mayKeep whether the visitor may edit the rota of others
   */
  Map<String, Object> of(WeekFilter asked, boolean mayKeep, Visitor visitor) {
    Instant from = asked.from(visitor.zone());
    Instant to = asked.to(visitor.zone());
    DutyPage page =
        duty.find(
            new DutyList.DutyQuery(
                List.of(asked.team()),
                null,
                from,
                to,
                asked.page() * WeekFilter.ON_A_PAGE,
                WeekFilter.ON_A_PAGE));
    WeekGaps.Gaps missing = gaps.of(asked.team(), from, to);
    List<PersonOnDuty> people =
        page.teams().stream().map(TeamOnDuty::people).flatMap(List::stream).toList();
    List<String> logins = people.stream().map(person -> person.presence().login()).toList();
    ChangeMarks.Marks marks = changes.of(logins, from.minus(BESIDE), to.plus(BESIDE), visitor);
    String team = DutyFilter.code(asked.team());
    ShiftEntries shifts = new ShiftEntries(team, mayKeep, visitor, marks, words, clock.instant());
    GapCells notCovered = new GapCells(team, asked.link(), mayKeep, visitor, words);
    WeekCells week = new WeekCells(asked, mayKeep, visitor, shifts, notCovered, words, clock);
    Map<String, Object> model = new HashMap<>();
    model.put("week", asked);
    model.put("here", asked.link());
    model.put("team", words.teams(visitor).get(asked.team()));
    model.put("teams", words.choices(words.teams(visitor), asked.team()));
    model.put("zone", visitor.zone().getId());
    model.put("days", week.days());
    model.put("missing", week.missing(missing.gaps()));
    model.put("nobody", notCovered.nobody(missing.gaps()));
    model.put("calendars", missing.calendars());
    model.put("rows", rows(week, people, asked, visitor));
    model.put("title", week.title());
    model.put("before", asked.weeksLater(-1).link());
    model.put("after", asked.weeksLater(1).link());
    model.put(
        "thisWeek",
        WeekFilter.of(Map.of(), asked.team(), LocalDate.now(clock.withZone(visitor.zone())))
            .link());
    model.put("pageNumber", words.words("list.page", visitor, asked.page() + 1));
    boolean further = page.people() > (asked.page() + 1) * WeekFilter.ON_A_PAGE;
    model.put("previous", asked.page() == 0 ? null : asked.atPage(asked.page() - 1).link());
    model.put("next", further ? asked.atPage(asked.page() + 1).link() : null);
    return model;
  }

  private List<WeekCells.WeekRow> rows(
      WeekCells week, List<PersonOnDuty> people, WeekFilter asked, Visitor visitor) {
    List<String> logins = people.stream().map(person -> person.presence().login()).toList();
    Map<String, List<RotaPeriod>> periods =
        DayParts.merged(
                rota.ofPeople(
                    DutyFilter.code(asked.team()),
                    logins,
                    asked.from(visitor.zone()).minus(BESIDE),
                    asked.to(visitor.zone()).plus(BESIDE)))
            .stream()
            .collect(Collectors.groupingBy(RotaPeriod::login));
    return people.stream()
        .sorted((one, other) -> one.presence().name().compareToIgnoreCase(other.presence().name()))
        .map(person -> week.row(person, periods.getOrDefault(person.presence().login(), List.of())))
        .toList();
  }
}
