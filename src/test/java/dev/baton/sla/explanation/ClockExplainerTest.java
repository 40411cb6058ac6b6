package dev.baton.sla.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.OpeningHours;
import dev.baton.incident.HoldReason;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockHistory;
import dev.baton.sla.clock.MilestoneView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the ledger says, for a client in Berlin whose desk works 08-12 and 13-17 in Bavaria. */
class ClockExplainerTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final CalendarDefinition BAVARIA = bavaria();
  private static final Terms EIGHT_HOURS = SampleTerms.resolution("8 working hours", BAVARIA);
  private static final Terms FOUR_HOURS = SampleTerms.resolution("4 working hours", BAVARIA);

  private final List<ClockEvent> events = new ArrayList<>();

  @Test
  void aDayIsRunningLunchAndRunning() {
    ClockExplanation clock = explain(EIGHT_HOURS, "2026-11-23T08:00", "2026-11-23T15:00");

    assertThat(lines(clock.entries()))
        .containsExactly(
            "Mon 2026-11-23 08:00–12:00 RUNNING running for 4 h: 4 h of 8 h",
            "Mon 2026-11-23 12:00–13:00 OUTSIDE_HOURS outside the hours of bavaria",
            "Mon 2026-11-23 13:00–15:00 RUNNING running for 2 h: 6 h of 8 h");
    assertThat(lines(clock.toCome()))
        .containsExactly("Mon 2026-11-23 15:00–17:00 RUNNING running for 2 h: 8 h of 8 h");
    assertThat(clock.toCome()).allMatch(ClockEntry::expected);
    assertThat(clock.dueBecause())
        .isEqualTo(
            "Due 2026-11-23 17:00 (Europe/Berlin): 8 h of working time from Mon 2026-11-23 08:00;"
                + " time does not count outside the hours of bavaria.");
    assertThat(clock.remaining()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aHoldSaysForWhomSinceWhenAndByWhom() {
    held("2026-11-23T09:30", "ada");
    happened("2026-11-23T09:45", ClockEvent.Type.RESUMED);

    ClockExplanation clock = explain(EIGHT_HOURS, "2026-11-23T08:00", "2026-11-23T10:00");

    assertThat(lines(clock.entries()))
        .containsExactly(
            "Mon 2026-11-23 08:00–09:30 RUNNING running for 1 h 30 min: 1 h 30 min of 8 h",
            "Mon 2026-11-23 09:30–09:45 ON_HOLD on hold, waiting for the requester since Mon"
                + " 2026-11-23 09:30 by ada",
            "Mon 2026-11-23 09:45–10:00 RUNNING running for 15 min: 1 h 45 min of 8 h");
    assertThat(clock.dueBecause())
        .startsWith(
            "Due 2026-11-24 08:15 (Europe/Berlin): 8 h of working time from Mon 2026-11-23 08:00,"
                + " less 15 min on hold, waiting for the requester;");
  }

  @Test
  void onHoldItSaysWhenItWouldBeDue() {
    held("2026-11-23T10:00", "ada");

    ClockExplanation clock = explain(FOUR_HOURS, "2026-11-23T08:00", "2026-11-23T11:00");

    assertThat(clock.dueAt()).isNull();
    assertThat(clock.toCome()).isEmpty();
    assertThat(clock.dueBecause())
        .isEqualTo(
            "No due time while the clock is paused: 2 h of 4 h used; if it resumed now, it would be"
                + " due 2026-11-23 14:00 (Europe/Berlin).");
  }

  @Test
  void aHolidayIsNamedWithItsRegion() {
    ClockExplanation clock = explain(EIGHT_HOURS, "2026-06-03T16:00", "2026-06-05T08:00");

    assertThat(lines(clock.entries()))
        .containsExactly(
            "Wed 2026-06-03 16:00–17:00 RUNNING running for 1 h: 1 h of 8 h",
            "Wed 2026-06-03 17:00–24:00 OUTSIDE_HOURS outside the hours of bavaria",
            "Thu 2026-06-04 00:00–24:00 HOLIDAY holiday: Corpus Christi, DE-BY",
            "Fri 2026-06-05 00:00–08:00 OUTSIDE_HOURS outside the hours of bavaria");
    assertThat(clock.dueBecause())
        .endsWith(
            "time does not count outside the hours of bavaria, on Corpus Christi, DE-BY (Thu"
                + " 2026-06-04).");
  }

  @Test
  void aRetargetKeepsWhatWasUsedAndSaysWhatWasPromisedBefore() {
    events.add(
        new ClockEvent(
            at("2026-11-23T10:00"), ClockEvent.Type.RETARGETED, null, FOUR_HOURS, "lea"));

    ClockExplanation clock = explain(EIGHT_HOURS, "2026-11-23T08:00", "2026-11-23T11:00");

    assertThat(lines(clock.entries()))
        .containsExactly(
            "Mon 2026-11-23 08:00–10:00 RUNNING running for 2 h: 2 h of 8 h",
            "Mon 2026-11-23 10:00–11:00 RUNNING running for 1 h: 3 h of 4 h");
    assertThat(clock.entries().get(1).cause()).isEqualTo(ClockEvent.Type.RETARGETED);
    assertThat(clock.entries().get(1).actor()).isEqualTo("lea");
    assertThat(clock.dueBecause())
        .contains(
            "the target has been 4 working hours since Mon 2026-11-23 10:00 (before: 8 working"
                + " hours, test, version 1); the time already used still counts");
  }

  @Test
  void aRetargetThatMadeItLateIsTheCauseOfTheBreach() {
    events.add(
        new ClockEvent(
            at("2026-11-23T14:00"), ClockEvent.Type.RETARGETED, null, FOUR_HOURS, "lea"));

    ClockExplanation clock = explain(EIGHT_HOURS, "2026-11-23T08:00", "2026-11-23T14:30");

    assertThat(clock.pastDue()).isTrue();
    assertThat(clock.breachedAt()).isEqualTo(at("2026-11-23T14:00"));
    assertThat(clock.breachedBecause())
        .isEqualTo(
            "Past due because the target changed at 2026-11-23 14:00 (Europe/Berlin) by"
                + " lea: the new due time was already past.");
    assertThat(clock.remaining()).isEqualTo(Duration.ofMinutes(-90));
  }

  @Test
  void thePointWhereTheTimeIsUsedUpDividesARun() {
    ClockExplanation clock = explain(FOUR_HOURS, "2026-11-23T09:00", "2026-11-23T15:00");

    assertThat(lines(clock.entries()))
        .containsExactly(
            "Mon 2026-11-23 09:00–12:00 RUNNING running for 3 h: 3 h of 4 h",
            "Mon 2026-11-23 12:00–13:00 OUTSIDE_HOURS outside the hours of bavaria",
            "Mon 2026-11-23 13:00–14:00 RUNNING running for 1 h: 4 h of 4 h",
            "Mon 2026-11-23 14:00–15:00 RUNNING past due for 1 h: 5 h of 4 h");
    assertThat(clock.dueBecause()).startsWith("Was due 2026-11-23 14:00 (Europe/Berlin): 4 h");
    assertThat(clock.breachedBecause())
        .isEqualTo(
            "The target of 4 working hours was used up at 2026-11-23 14:00 (Europe/Berlin)"
                + " without the obligation being met.");
  }

  @Test
  void resolvedTimeStandsAndReopeningGoesOn() {
    happened("2026-11-23T10:00", ClockEvent.Type.RESOLVED);
    happened("2026-11-23T10:30", ClockEvent.Type.REOPENED);

    ClockExplanation clock = explain(FOUR_HOURS, "2026-11-23T09:00", "2026-11-23T11:00");

    assertThat(lines(clock.entries()))
        .containsExactly(
            "Mon 2026-11-23 09:00–10:00 RUNNING running for 1 h: 1 h of 4 h",
            "Mon 2026-11-23 10:00–10:30 MET met: resolved since Mon 2026-11-23 10:00 by flow",
            "Mon 2026-11-23 10:30–11:00 RUNNING running for 30 min: 1 h 30 min of 4 h");
    assertThat(clock.dueBecause()).contains("less 30 min resolved");
  }

  @Test
  void theNightInWhichTheClocksGoBackHasItsRealHours() {
    Terms always = SampleTerms.resolution("30 hours");

    ClockExplanation clock = explain(always, "2026-10-25T02:30", "2026-10-25T12:00");

    assertThat(clock.entries()).hasSize(1);
    assertThat(clock.entries().get(0).when()).isEqualTo("Sun 2026-10-25 02:30 (UTC+02:00)–12:00");
    assertThat(clock.used()).isEqualTo(Duration.ofMinutes(10 * 60 + 30));
    assertThat(clock.dueBecause())
        .isEqualTo(
            "Due 2026-10-26 07:30 (Europe/Berlin): 30 h of time from Sun 2026-10-25 02:30"
                + " (UTC+02:00).");
  }

  @Test
  void aTargetInDaysSaysHowMuchTimeThatIs() {
    Terms tomorrow = SampleTerms.resolution("end of working day + 1", BAVARIA);

    ClockExplanation clock = explain(tomorrow, "2026-11-23T10:00", "2026-11-23T10:00");

    assertThat(clock.entries()).isEmpty();
    assertThat(clock.toCome()).hasSize(7);
    assertThat(clock.dueBecause())
        .startsWith(
            "Due 2026-11-24 17:00 (Europe/Berlin): 14 h of working time from Mon 2026-11-23 10:00"
                + " (end of working day + 1);");
  }

  @Test
  void metItSaysHowMuchWasUsed() {
    happened("2026-11-23T10:00", ClockEvent.Type.RESOLVED);
    happened("2026-11-23T16:00", ClockEvent.Type.CLOSED);

    ClockExplanation clock = explain(FOUR_HOURS, "2026-11-23T09:00", "2026-11-30T09:00");

    assertThat(clock.dueBecause())
        .isEqualTo("Met on time, 2026-11-23 10:00 (Europe/Berlin): 1 h of 4 h used.");
    assertThat(clock.entries().get(clock.entries().size() - 1).to())
        .isEqualTo(at("2026-11-23T16:00"));
  }

  @Test
  void milestonesAreThoseRecordedAndThoseToCome() {
    MilestoneView half =
        new MilestoneView("AT_RISK_50", 0, at("2026-11-23T11:00"), at("2026-11-23T11:00:01"), null);
    ClockHistory story = story(FOUR_HOURS, "2026-11-23T09:00", "2026-11-23T11:30");

    ClockExplanation clock =
        ClockExplainer.of(story, List.of(half), "because", SampleLanguages.forPrograms(BERLIN));

    assertThat(clock.milestones())
        .extracting(ClockMilestone::name, ClockMilestone::at, ClockMilestone::expected)
        .containsExactly(
            tuple("AT_RISK_50", at("2026-11-23T11:00"), false),
            tuple("AT_RISK_75", at("2026-11-23T12:00"), true),
            tuple("AT_RISK_90", at("2026-11-23T13:36"), true),
            tuple("BREACH", at("2026-11-23T14:00").plusMillis(1), true),
            tuple("AFTER_BREACH_1", at("2026-11-23T14:30").plusMillis(1), true));
    assertThat(clock.milestones().get(4).words())
        .isEqualTo("announced again 30 min after it was due");
  }

  @Test
  void newsIsOwedAnewInEachRound() {
    Terms news =
        SampleTerms.terms(
            ObligationKind.UPDATE,
            "60 working minutes",
            BAVARIA,
            ClockStart.UNANSWERED,
            ClockStop.MESSAGE);
    happened("2026-11-23T08:30", ClockEvent.Type.ANSWERED);
    happened("2026-11-23T09:00", ClockEvent.Type.CLIENT_WROTE);
    happened("2026-11-23T09:20", ClockEvent.Type.ANSWERED);
    happened("2026-11-23T10:00", ClockEvent.Type.CLIENT_WROTE);

    ClockExplanation clock = explain(news, "2026-11-23T08:00", "2026-11-23T10:10");

    assertThat(lines(clock.entries()))
        .containsExactly(
            "Mon 2026-11-23 08:00–09:00 WAITING waiting: updates are due only after the first"
                + " response",
            "Mon 2026-11-23 09:00–09:20 RUNNING running for 20 min: 20 min of 1 h",
            "Mon 2026-11-23 09:20–10:00 WAITING waiting: no message of the client is unanswered",
            "Mon 2026-11-23 10:00–10:10 RUNNING running for 10 min: 10 min of 1 h");
  }

  @Test
  void aLongLedgerIsPutTogetherByWeeksButForTheLastDays() {
    Terms huge = SampleTerms.resolution("600 working hours", BAVARIA);

    ClockExplanation clock = explain(huge, "2026-02-02T08:00", "2026-06-10T10:00");

    assertThat(clock.entries()).hasSizeLessThanOrEqualTo(ClockEntryMerger.LIMIT);
    assertThat(lines(clock.entries()).get(0))
        .isEqualTo(
            "Mon 2026-02-02 08:00 – Mon 2026-02-09 08:00 RUNNING 5 working days, 40 h: 40 h used"
                + " by then");
    assertThat(lines(clock.entries()))
        .anySatisfy(
            line -> assertThat(line).contains("4 working days, 32 h", "holiday: Corpus Christi"));
    assertThat(clock.entries().get(clock.entries().size() - 1).usedInTotal())
        .isEqualTo(clock.used());
    ClockExplainerTilesTest.assertTiling(
        clock.entries(), at("2026-02-02T08:00"), at("2026-06-10T10:00"));
  }

  private static List<String> lines(List<ClockEntry> entries) {
    return entries.stream()
        .map(entry -> "%s %s %s".formatted(entry.when(), entry.state(), entry.words()))
        .toList();
  }

  private ClockExplanation explain(Terms agreed, String openedAt, String now) {
    return ClockExplainer.of(
        story(agreed, openedAt, now), List.of(), "because", SampleLanguages.forPrograms(BERLIN));
  }

  private ClockHistory story(Terms agreed, String openedAt, String now) {
    return ClockHistory.of(agreed.obligation(), at(openedAt), agreed, events, at(now));
  }

  private void held(String time, String actor) {
    events.add(new ClockEvent(at(time), ClockEvent.Type.HELD, HoldReason.REQUESTER, null, actor));
  }

  private void happened(String time, ClockEvent.Type type) {
    events.add(ClockEvent.of(at(time), type));
  }

  private static Instant at(String berlin) {
    return LocalDateTime.parse(berlin).atZone(BERLIN).toInstant();
  }

  static CalendarDefinition bavaria() {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
        week.put(
            day, List.of(OpeningHours.parse("08:00-12:00"), OpeningHours.parse("13:00-17:00")));
      }
    }
    return new CalendarDefinition(
        "bavaria",
        BERLIN,
        week,
        new HolidayRegion("DE", List.of("by")),
        Map.of(LocalDate.parse("2026-12-28"), "Stocktaking"),
        Map.of());
  }
}
