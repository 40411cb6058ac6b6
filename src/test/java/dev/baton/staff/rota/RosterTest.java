package dev.baton.staff.rota;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.CalendarSpan;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Absence.AbsenceKind;
import dev.baton.staff.rota.Presence.Reason;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> WORKDAYS =
      Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
  private static final Set<DayOfWeek> ALL_DAYS = Set.of(DayOfWeek.values());
  private static final Post SENIOR = new Post("network", Role.SENIOR_AGENT);
  private static final Instant MONDAY_TEN = berlin("2026-05-04T10:00");

  private final List<PostDeputy> postDeputies = new ArrayList<>();
  private final List<RosterPerson> people = new ArrayList<>();
  private long id;

  // Whether somebody is on duty

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T08:59, false, OFF_SHIFT, 2026-05-04T09:00, 'off shift, next at 09:00'",
    "2026-05-04T09:00, true,  ON_SHIFT,  2026-05-04T17:00, on shift until 17:00",
    "2026-05-04T16:59, true,  ON_SHIFT,  2026-05-04T17:00, on shift until 17:00",
    "2026-05-04T17:00, false, OFF_SHIFT, 2026-05-05T09:00, 'off shift, next on Tue 5 May 09:00'",
    "2026-05-08T18:00, false, OFF_SHIFT, 2026-05-11T09:00, 'off shift, next on Mon 11 May 09:00'",
    "2026-12-31T17:00, false, OFF_SHIFT, 2027-01-01T09:00, 'off shift, next on Fri 1 Jan 2027"
        + " 09:00'",
  })
  void aShiftBeginsAndEndsOnTheMinute(
      String at, boolean onDuty, Reason reason, String until, String because) {
    olga(weekly(WORKDAYS, "09:00", "17:00"));

    assertThat(presence(at)).isEqualTo(answer(onDuty, reason, until, because));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T21:59, false, OFF_SHIFT, 2026-05-04T22:00, 'off shift, next at 22:00'",
    "2026-05-04T23:00, true,  ON_SHIFT,  2026-05-05T06:00, on shift until Tue 5 May 06:00",
    "2026-05-05T03:00, true,  ON_SHIFT,  2026-05-05T06:00, on shift until 06:00",
    "2026-05-05T06:00, false, OFF_SHIFT, 2026-05-11T22:00, 'off shift, next on Mon 11 May 22:00'",
  })
  void aShiftOverMidnightBelongsToTheDayItBeginsOn(
      String at, boolean onDuty, Reason reason, String until, String because) {
    olga(weekly(Set.of(MONDAY), "22:00", "06:00"));

    assertThat(presence(at)).isEqualTo(answer(onDuty, reason, until, because));
  }

  @Test
  void aShiftMayEndAtTheEndOfTheDay() {
    olga(weekly(Set.of(MONDAY), "16:00", "24:00"));

    assertThat(presence("2026-05-04T20:00").because()).isEqualTo("on shift until 24:00");
    assertThat(presence("2026-05-05T00:00").onDuty()).isFalse();
  }

  @Test
  void shiftsThatAdjoinAreOneStretch() {
    olga(weekly(ALL_DAYS, "06:00", "14:00"), weekly(Set.of(MONDAY), "14:00", "18:00"));

    assertThat(presence("2026-05-04T07:00").until()).isEqualTo(berlin("2026-05-04T18:00"));
  }

  @Test
  void whoIsOnShiftRoundTheClockHasNoEnd() {
    olga(weekly(ALL_DAYS, "00:00", "24:00"));

    assertThat(presence("2026-05-04T07:00"))
        .isEqualTo(answer(true, Reason.ON_SHIFT, null, "on shift"));
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go forward at 02:00 on 29 March 2026, and back at 03:00 on 25 October.
    "2026-03-28T22:00Z, true",
    "2026-03-29T00:59Z, true",
    "2026-03-29T03:59Z, true",
    "2026-03-29T04:00Z, false",
    "2026-10-25T04:59Z, true",
    "2026-10-25T05:00Z, false",
  })
  void aNightOfSevenOrNineHoursStillEndsAtSix(String at, boolean onDuty) {
    olga(weekly(Set.of(SATURDAY), "22:00", "06:00"));

    assertThat(presence(Instant.parse(at.replace("Z", ":00Z"))).onDuty()).isEqualTo(onDuty);
  }

  @Test
  void aShiftInTheHourThatIsLeftOutIsNoShift() {
    olga(weekly(ALL_DAYS, "02:10", "02:50"));
    Instant change = Instant.parse("2026-03-29T01:00:00Z");

    assertThat(presence(change).onDuty()).isFalse();
    assertThat(presence(change.minusSeconds(1)).until()).isEqualTo(berlin("2026-03-30T02:10"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T10:00, true",
    "2026-05-11T10:00, false",
    "2026-05-18T10:00, false",
    "2026-05-25T10:00, true",
    "2026-04-13T10:00, false",
  })
  void shiftsAlternateFromTheWeekInWhichTheyBegin(String at, boolean onDuty) {
    olga(
        new WeeklyShift(
            1,
            "olga",
            null,
            WORKDAYS,
            TimeOfDay.parse("09:00"),
            TimeOfDay.parse("17:00"),
            BERLIN,
            LocalDate.parse("2026-05-04"),
            null,
            3));

    assertThat(presence(at).onDuty()).isEqualTo(onDuty);
  }

  @Test
  void aShiftIsValidOnItsFirstAndItsLastDay() {
    olga(
        new WeeklyShift(
            1,
            "olga",
            null,
            ALL_DAYS,
            TimeOfDay.parse("22:00"),
            TimeOfDay.parse("06:00"),
            BERLIN,
            LocalDate.parse("2026-05-04"),
            LocalDate.parse("2026-05-05"),
            1));

    assertThat(presence("2026-05-04T03:00").onDuty()).isFalse();
    assertThat(presence("2026-05-04T23:00").onDuty()).isTrue();
    assertThat(presence("2026-05-06T03:00").onDuty()).isTrue();
    assertThat(presence("2026-05-06T23:00"))
        .isEqualTo(answer(false, Reason.OFF_SHIFT, null, "off shift, no other shift is planned"));
  }

  @Test
  void whoHasNoRotaIsOnDuty() {
    olga();

    assertThat(presence("2026-05-03T03:00"))
        .isEqualTo(answer(true, Reason.NO_ROTA, null, "on duty, no rota is kept"));
  }

  @Test
  void whoHasOneExtraShiftIsOnDutyThenAlone() {
    add("olga", List.of(), List.of(extra("2026-05-04T09:00", "2026-05-04T12:00")), List.of());

    assertThat(presence("2026-05-04T10:00"))
        .isEqualTo(
            answer(true, Reason.EXTRA_SHIFT, "2026-05-04T12:00", "on an extra shift until 12:00"));
    assertThat(presence("2026-05-04T12:00").onDuty()).isFalse();
  }

  @Test
  void whoIsOnlyTakenOffOnceHasNoRotaOtherwise() {
    add("olga", List.of(), List.of(off("2026-05-04T09:00", "2026-05-04T12:00")), List.of());

    assertThat(presence("2026-05-04T08:00").because())
        .isEqualTo("on duty until 09:00, no rota is kept");
    assertThat(presence("2026-05-04T10:00").because()).isEqualTo("off shift, next at 12:00");
  }

  @Test
  void ofTwoOneOffsTheOneEnteredLastCounts() {
    add(
        "olga",
        List.of(weekly(WORKDAYS, "09:00", "17:00")),
        List.of(
            off("2026-05-04T09:00", "2026-05-04T17:00"),
            extra("2026-05-04T11:00", "2026-05-04T13:00"),
            off("2026-05-04T12:00", "2026-05-04T12:30")),
        List.of());

    assertThat(presence("2026-05-04T10:00").until()).isEqualTo(berlin("2026-05-04T11:00"));
    assertThat(presence("2026-05-04T11:30").until()).isEqualTo(berlin("2026-05-04T12:00"));
    assertThat(presence("2026-05-04T12:15").onDuty()).isFalse();
    assertThat(presence("2026-05-04T12:45").until()).isEqualTo(berlin("2026-05-04T13:00"));
    assertThat(presence("2026-05-04T14:00").until()).isEqualTo(berlin("2026-05-05T09:00"));
  }

  @Test
  void anAbsenceBeatsEveryShift() {
    add(
        "olga",
        List.of(weekly(WORKDAYS, "09:00", "17:00")),
        List.of(extra("2026-05-04T17:00", "2026-05-04T20:00")),
        List.of(away("2026-05-04T12:00", "2026-05-12T00:00")));

    assertThat(presence("2026-05-04T10:00").until()).isEqualTo(berlin("2026-05-04T12:00"));
    assertThat(presence("2026-05-04T18:00"))
        .isEqualTo(answer(false, Reason.ABSENT, "2026-05-12T00:00", "on leave until Tue 12 May"));
    assertThat(presence("2026-05-12T00:00").because()).isEqualTo("off shift, next at 09:00");
  }

  @Test
  void theNextShiftIsTheOneAfterTheAbsence() {
    add(
        "olga",
        List.of(weekly(WORKDAYS, "09:00", "17:00")),
        List.of(),
        List.of(away("2026-05-05T00:00", "2026-05-07T10:00")));

    assertThat(presence("2026-05-04T18:00").until()).isEqualTo(berlin("2026-05-07T10:00"));
  }

  @Test
  void anAbsenceMayHaveNoEnd() {
    add("olga", List.of(), List.of(), List.of(away("2026-05-04T00:00", null)));

    assertThat(presence("2026-05-04T10:00"))
        .isEqualTo(answer(false, Reason.ABSENT, null, "on leave, return date unknown"));
  }

  @Test
  void aShiftOfOneTeamCountsForThatTeamAndForPostsWithoutTeam() {
    WeeklyShift shift =
        new WeeklyShift(
            1,
            "olga",
            "network",
            WORKDAYS,
            TimeOfDay.parse("09:00"),
            TimeOfDay.parse("17:00"),
            BERLIN,
            LocalDate.parse("2026-01-01"),
            null,
            1);
    olga(shift);
    Roster roster = roster();

    assertThat(roster.presences(SENIOR, MONDAY_TEN))
        .extracting(Presence::onDuty)
        .containsOnly(true);
    assertThat(roster.presences(new Post(null, Role.SENIOR_AGENT), MONDAY_TEN))
        .extracting(Presence::onDuty)
        .containsOnly(true);
    assertThat(roster.presences(new Post("desk", null), MONDAY_TEN))
        .extracting(Presence::onDuty)
        .containsOnly(false);
  }

  @Test
  void anUnknownPersonIsInactive() {
    assertThat(roster().presence("nobody", MONDAY_TEN).reason()).isEqualTo(Reason.INACTIVE);
  }

  // Who answers

  @Test
  void theOneOnDutyWithTheLeastLoadAnswersAndThenTheFirstByName() {
    add("olga", WORK_ALWAYS, List.of(), List.of());
    add("ben", WORK_ALWAYS, List.of(), List.of());
    add("cem", WORK_ALWAYS, List.of(), List.of());
    add("ada", List.of(weekly(WORKDAYS, "18:00", "20:00")), List.of(), List.of());
    Map<String, Integer> load = Map.of("olga", 1, "ben", 3, "cem", 1);

    Responder responder =
        roster().responder(SENIOR, MONDAY_TEN, List.of(), login -> load.getOrDefault(login, 0));

    assertThat(responder.login()).isEqualTo("cem");
    assertThat(responder.because()).isEqualTo("On shift until 22:00.");
    assertThat(responder.standsInFor()).isNull();
    assertThat(responder.passedOver()).extracting(Presence::login).containsExactly("ada");
    assertThat(roster().responder(SENIOR, MONDAY_TEN, List.of("cem"), login -> 0).login())
        .isEqualTo("ben");
  }

  @Test
  void theDeputyOfWhoIsAwayAnswersAndTheDeputysDeputy() {
    add(
        "olga",
        WORK_ALWAYS,
        List.of(),
        List.of(away("2026-05-04T00:00", "2026-05-12T00:00")),
        deputy("olga", "ben", null));
    addElsewhere("ben", List.of(away("2026-05-04T00:00", null)), deputy("ben", "cem", null));
    addElsewhere("cem", List.of());

    Responder responder = responder();

    assertThat(responder.login()).isEqualTo("cem");
    assertThat(responder.standsInFor()).isEqualTo("olga");
    assertThat(responder.because())
        .isEqualTo(
            "Olga is on leave until Tue 12 May; Ben is on leave, return date unknown;"
                + " Cem stands in and is on duty, no rota is kept.");
    assertThat(responder.passedOver()).extracting(Presence::login).containsExactly("olga", "ben");
  }

  @Test
  void aDeputyForARoleStandsInForThatRoleAloneAndInItsTime() {
    add(
        "olga",
        List.of(weekly(WORKDAYS, "22:00", "23:00")),
        List.of(),
        List.of(),
        deputy("olga", "ben", Role.TEAM_LEAD),
        new Deputy(9, "olga", "cem", Role.SENIOR_AGENT, MONDAY_TEN, MONDAY_TEN.plusSeconds(3_600)));
    addElsewhere("ben", List.of());
    addElsewhere("cem", List.of());

    assertThat(responder().login()).isEqualTo("cem");
    assertThat(responder().until()).isEqualTo(MONDAY_TEN.plusSeconds(3_600));
    assertThat(
            roster()
                .responder(SENIOR, MONDAY_TEN.plusSeconds(3_600), List.of(), login -> 0)
                .isThere())
        .isFalse();
  }

  @Test
  void theDeputyOfThePostAnswersWhenNobodyElseDoes() {
    add("olga", List.of(weekly(WORKDAYS, "22:00", "23:00")), List.of(), List.of());
    addElsewhere("ben", List.of());
    postDeputies.add(new PostDeputy(1, SENIOR, "ben", Instant.EPOCH, null));

    Responder responder = responder();

    assertThat(responder.login()).isEqualTo("ben");
    assertThat(responder.standsInFor()).isNull();
    assertThat(responder.because())
        .isEqualTo(
            "Nobody is on duty for senior agent of team network; Ben is the deputy of the post and"
                + " is on duty, no rota is kept.");
  }

  @Test
  void nobodyAnswersAndEverybodyIsPassedOverWithAReason() {
    add("olga", List.of(weekly(WORKDAYS, "22:00", "23:00")), List.of(), List.of());

    Responder responder = responder();

    assertThat(responder.isThere()).isFalse();
    assertThat(responder.because())
        .isEqualTo("Nobody is on duty for senior agent of team network, and no deputy either.");
    assertThat(responder.passedOver())
        .extracting(Presence::because)
        .containsExactly("off shift, next at 22:00");
  }

  @Test
  void deputiesWhoNameEachOtherEndInNobody() {
    List<Absence> away = List.of(away("2026-05-04T00:00", null));
    add("olga", List.of(), List.of(), away, deputy("olga", "ben", null));
    addElsewhere("ben", away, deputy("ben", "olga", null));

    assertThat(responder().isThere()).isFalse();
    assertThat(roster().uncovered(SENIOR, MONDAY_TEN, MONDAY_TEN.plusSeconds(60))).hasSize(1);
  }

  @Test
  void aCircleOfDeputiesIsFoundWhereTheirTimesAndRolesMeet() {
    Deputy first = deputy("olga", "ben", null);
    Deputy second = new Deputy(7, "ben", "cem", Role.TEAM_LEAD, MONDAY_TEN, null);
    DeputyCycles circles = new DeputyCycles(List.of(first, second));

    assertThat(circles.closedBy(new Deputy(0, "cem", "olga", null, Instant.EPOCH, null)))
        .containsExactly("cem", "olga", "ben", "cem");
    assertThat(circles.closedBy(new Deputy(0, "cem", "olga", null, Instant.EPOCH, MONDAY_TEN)))
        .isEmpty();
    assertThat(circles.closedBy(new Deputy(0, "cem", "olga", Role.AGENT, MONDAY_TEN, null)))
        .isEmpty();
    assertThat(circles.closedBy(deputy("olga", "olga", null))).containsExactly("olga", "olga");
  }

  // When nobody answers

  @Test
  void uncoveredIsWhatPeopleAndTheirDeputiesLeave() {
    add("olga", List.of(weekly(WORKDAYS, "08:00", "16:00")), List.of(), List.of());
    add(
        "ben",
        List.of(weekly(WORKDAYS, "12:00", "20:00")),
        List.of(),
        List.of(away("2026-05-05T00:00", "2026-05-06T00:00")),
        deputy("ben", "cem", null));
    addElsewhere(
        "cem",
        List.of(),
        weekly(Set.of(TUESDAY), "15:00", "18:00"),
        weekly(Set.of(SUNDAY), "01:00", "02:00"));

    assertThat(uncovered("2026-05-04T00:00", "2026-05-06T00:00"))
        .containsExactly(
            "2026-05-04T00:00/2026-05-04T08:00",
            "2026-05-04T20:00/2026-05-05T08:00",
            "2026-05-05T18:00/2026-05-06T00:00");
  }

  @Test
  void aPostWithoutPeopleIsUncoveredButForItsDeputy() {
    addElsewhere("ben", List.of(), weekly(ALL_DAYS, "06:00", "22:00"));
    postDeputies.add(
        new PostDeputy(
            1,
            new Post(null, Role.SENIOR_AGENT),
            "ben",
            Instant.EPOCH,
            berlin("2026-05-04T20:00")));

    assertThat(uncovered("2026-05-04T00:00", "2026-05-05T00:00"))
        .containsExactly("2026-05-04T00:00/2026-05-04T06:00", "2026-05-04T20:00/2026-05-05T00:00");
  }

  // Making people

  private static final List<WeeklyShift> WORK_ALWAYS = List.of(weekly(ALL_DAYS, "06:00", "22:00"));

  private void olga(WeeklyShift... weekly) {
    add("olga", List.of(weekly), List.of(), List.of());
  }

  private void add(
      String login,
      List<WeeklyShift> weekly,
      List<OneOffShifts.Entry> oneOffs,
      List<Absence> absences,
      Deputy... deputies) {
    person(login, Set.of("network", "desk"), weekly, oneOffs, absences, deputies);
  }

  /** The role of people outside the teams. */
  private Role elsewhere = Role.TEAM_LEAD;

  @Test
  void nobodyStandsInWhoMayNotAnswerEscalations() {
    elsewhere = Role.TRAINER;
    add(
        "olga",
        List.of(),
        List.of(),
        List.of(away("2026-05-04T00:00", null)),
        deputy("olga", "ben", null));
    addElsewhere("ben", List.of());

    assertThat(roster().responder(SENIOR, MONDAY_TEN, List.of(), login -> 0).login()).isNull();
  }

  private void addElsewhere(String login, List<Absence> absences, Deputy... deputies) {
    person(login, Set.of(), List.of(), List.of(), absences, deputies);
  }

  private void addElsewhere(String login, List<Absence> absences, WeeklyShift... weekly) {
    person(login, Set.of(), List.of(weekly), List.of(), absences);
  }

  private void addElsewhere(String login, List<Absence> absences) {
    person(login, Set.of(), List.of(), List.of(), absences);
  }

  private void person(
      String login,
      Set<String> teams,
      List<WeeklyShift> weekly,
      List<OneOffShifts.Entry> oneOffs,
      List<Absence> absences,
      Deputy... deputies) {
    people.add(
        new RosterPerson(
            new RosterPerson.Facts(
                login,
                login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1),
                BERLIN,
                true,
                teams.isEmpty() ? Set.of(elsewhere) : Set.of(Role.SENIOR_AGENT),
                teams,
                weekly,
                oneOffs,
                absences,
                Arrays.asList(deputies))));
  }

  private static WeeklyShift weekly(Set<DayOfWeek> days, String start, String end) {
    return new WeeklyShift(
        1,
        "olga",
        null,
        days,
        TimeOfDay.parse(start),
        TimeOfDay.parse(end),
        BERLIN,
        LocalDate.parse("2026-01-01"),
        null,
        1);
  }

  private OneOffShifts.Entry extra(String from, String to) {
    return new OneOffShifts.Entry(
        ++id, null, berlin(from).toEpochMilli(), berlin(to).toEpochMilli(), true);
  }

  private OneOffShifts.Entry off(String from, String to) {
    return new OneOffShifts.Entry(
        ++id, null, berlin(from).toEpochMilli(), berlin(to).toEpochMilli(), false);
  }

  private static Absence away(String from, String until) {
    return new Absence(
        1,
        "olga",
        berlin(from),
        until == null ? null : berlin(until),
        Absence.AbsenceKind.LEAVE,
        null);
  }

  private static Deputy deputy(String login, String deputy, Role role) {
    return new Deputy(5, login, deputy, role, Instant.EPOCH, null);
  }

  private Roster roster() {
    return new Roster(1, people, postDeputies);
  }

  private Presence presence(String at) {
    return presence(berlin(at));
  }

  private Presence presence(Instant at) {
    return roster().presence("olga", at);
  }

  private static Presence answer(boolean onDuty, Reason reason, String until, String because) {
    AbsenceKind absence =
        Arrays.stream(AbsenceKind.values())
            .filter(kind -> reason == Reason.ABSENT && because.startsWith(kind.words()))
            .findFirst()
            .orElse(null);
    return new Presence(
        "olga", "Olga", onDuty, reason, absence, until == null ? null : berlin(until), because);
  }

  private Responder responder() {
    return roster().responder(SENIOR, MONDAY_TEN, List.of(), login -> 0);
  }

  private List<String> uncovered(String from, String to) {
    return roster().uncovered(SENIOR, berlin(from), berlin(to)).stream()
        .peek(span -> assertThat(span.kind()).isNotEqualTo(CalendarSpan.SpanKind.OPEN))
        .map(span -> local(span.from()) + "/" + local(span.to()))
        .toList();
  }

  private static String local(Instant at) {
    return LocalDateTime.ofInstant(at, BERLIN).toString();
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
