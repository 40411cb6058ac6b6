package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.people.PersonEntries.EntryRow;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.OneOffShift;
import dev.baton.staff.rota.Rota;
import dev.baton.staff.rota.WeeklyShift;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A person's weekly shifts and changes to single ones, as far as they are not over. */
@Component
class PersonShifts {

  private static final Duration AHEAD = Duration.ofDays(90);

  private final Rota rota;
  private final ChangeMarks changes;
  private final StaffDirectory staff;
  private final PeopleWords words;
  private final Clock clock;

  PersonShifts(
      Rota rota, ChangeMarks changes, StaffDirectory staff, PeopleWords words, Clock clock) {
    this.rota = rota;
    this.changes = changes;
    this.staff = staff;
    this.words = words;
    this.clock = clock;
  }

  List<EntryRow> weekly(AgentView person, String page, boolean mayKeep, Visitor visitor) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
    return rota.weekly(person.login()).stream()
        .filter(shift -> shift.validTo() == null || !shift.validTo().isBefore(today))
        .map(
            shift ->
                EntryRow.of(
                    weekly(shift, visitor),
                    mayKeep ? PersonEntries.remove(page, "weekly-shifts", shift.id()) : null))
        .toList();
  }

  private String weekly(WeeklyShift shift, Visitor visitor) {
    String days =
        shift.days().stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, visitor.locale()))
            .collect(Collectors.joining(", "));
    String text =
        words.words(
            "people.weekly",
            visitor,
            days,
            shift.start() + "–" + shift.end(),
            shift.zone().getId(),
            shift.everyWeeks(),
            day(shift.validFrom(), visitor));
    String until =
        shift.validTo() == null
            ? ""
            : " " + words.words("people.weekly.until", visitor, day(shift.validTo(), visitor));
    return text + until + team(shift.team());
  }

  private static String day(LocalDate day, Visitor visitor) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(visitor.locale())
        .format(day);
  }

  /** Half of a swap or a move is not removed alone: the whole is taken back. */
  List<EntryRow> oneOff(AgentView person, String page, boolean mayKeep, Visitor visitor) {
    Instant now = clock.instant();
    Instant end = now.plus(AHEAD);
    ChangeMarks.Marks marks = changes.of(List.of(person.login()), now, end, visitor);
    return rota.oneOffs(person.login(), now, end).stream()
        .map(
            shift -> {
              String text = oneOff(shift, visitor, now);
              String remove =
                  mayKeep ? PersonEntries.remove(page, "one-off-shifts", shift.id()) : null;
              return marks
                  .of(shift)
                  .map(
                      mark ->
                          new EntryRow(
                              text, mark.words(), null, null, mayKeep ? mark.takeBack() : null))
                  .orElseGet(() -> EntryRow.of(text, remove));
            })
        .toList();
  }

  private String oneOff(OneOffShift shift, Visitor visitor, Instant now) {
    return words.words(
            "people.oneOff." + shift.kind(),
            visitor,
            visitor.at(shift.from(), now),
            visitor.at(shift.to(), now))
        + team(shift.team());
  }

  private String team(String code) {
    return code == null ? "" : ", " + staff.team(code).map(TeamView::name).orElse(code);
  }
}
