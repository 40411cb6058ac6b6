package dev.baton.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.incident.HoldReason;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every clock, whatever the calendar and whatever happens. The number in a failing
 * case's name is the seed that makes it again.
 */
class ClockPropertiesTest {

  private static final Instant OPENED = Instant.parse("2026-03-26T07:12:34Z");
  private static final String[] ZONES = {
    "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"
  };
  private static final String[][] HOURS = {
    {"09:00-18:00"},
    {"08:00-12:00", "13:00-17:00"},
    {"00:00-24:00"},
    {"22:00-06:00"},
    {"06:30-06:45"}
  };
  private static final String[] TARGETS = {
    "15 working minutes",
    "4 working hours",
    "30 working hours",
    "90 minutes",
    "2 days",
    "3 working days",
    "end of working day",
    "end of working day + 2"
  };

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  /** A clock, and what happens to it. */
  private record Story(Terms agreed, List<ClockEvent> events, Instant end) {

    ClockSnapshot at(Instant now) {
      return ClockCalculator.read(agreed.obligation(), OPENED, agreed, events, now);
    }

    ClockSnapshot after(int count) {
      List<ClockEvent> first = events.subList(0, count);
      Instant now = count == 0 ? OPENED : first.get(count - 1).at();
      return ClockCalculator.read(agreed.obligation(), OPENED, agreed, first, now);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachEventGivesTheDeadlineThatAllOfThemGive(long seed) {
    Story story = story(seed);
    for (int count = 0; count <= story.events().size(); count++) {
      ClockSnapshot stepwise = story.after(count);
      Instant now = count == 0 ? OPENED : story.events().get(count - 1).at();
      boolean alone = count == story.events().size() || story.events().get(count).at().isAfter(now);
      if (alone) {
        assertThat(story.at(now)).isEqualTo(stepwise);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theDeadlineStaysWhileNothingHappens(long seed) {
    Story story = story(seed);
    for (int count = 0; count < story.events().size(); count++) {
      Instant from = count == 0 ? OPENED : story.events().get(count - 1).at();
      Duration gap = Duration.between(from, story.events().get(count).at());
      if (gap.compareTo(Duration.ofSeconds(2)) > 0) {
        ClockSnapshot early = story.at(from);
        ClockSnapshot late = story.at(from.plus(gap.dividedBy(2)));
        assertThat(late.dueAt()).isEqualTo(early.dueAt());
        assertThat(late.epoch()).isEqualTo(early.epoch());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void pausedAndResumedAtOnceNothingChanges(long seed) {
    Story story = story(seed);
    Random random = new Random(seed);
    int where = random.nextInt(story.events().size() + 1);
    Instant at = where == 0 ? OPENED : story.events().get(where - 1).at();
    if (isHeld(story.events().subList(0, where))) {
      return; // a second hold would end the first one
    }
    List<ClockEvent> disturbed = new ArrayList<>(story.events());
    disturbed.add(
        where, new ClockEvent(at, ClockEvent.Type.HELD, HoldReason.REQUESTER, null, "ada"));
    disturbed.add(where + 1, ClockEvent.of(at, ClockEvent.Type.RESUMED));

    assertSame(story, disturbed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void retargetedThereAndBackNothingChanges(long seed) {
    Story story = story(seed);
    Random random = new Random(seed);
    int where = random.nextInt(story.events().size() + 1);
    Instant at = where == 0 ? OPENED : story.events().get(where - 1).at();
    Terms before = story.after(where).terms();
    List<ClockEvent> disturbed = new ArrayList<>(story.events());
    disturbed.add(where, retarget(at, terms(random)));
    disturbed.add(where + 1, retarget(at, before));

    ClockSnapshot plain = story.at(story.end());
    ClockSnapshot there = new Story(story.agreed(), disturbed, story.end()).at(story.end());
    assertThat(there.dueAt()).isEqualTo(plain.dueAt());
    assertThat(there.used()).isEqualTo(plain.used());
    assertThat(there.state()).isEqualTo(plain.state());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void segmentsTileTheTime(long seed) {
    Story story = story(seed);
    ClockSnapshot reading = story.at(story.end());
    Instant position = OPENED;
    for (ClockSegment segment : reading.segments()) {
      assertThat(segment.from()).isEqualTo(position);
      assertThat(segment.to()).isAfter(segment.from());
      position = segment.to();
    }
    assertThat(position).isEqualTo(reading.endedAt() == null ? story.end() : reading.endedAt());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasUsedAtTheDeadlineIsTheBudget(long seed) {
    Story story = story(seed);
    ClockSnapshot reading = story.at(story.end());
    Instant measured = reading.metAt() == null ? story.end() : reading.metAt();
    if (reading.dueAt() != null && !reading.dueAt().isAfter(measured)) {
      Instant due = reading.dueAt();
      Duration used =
          reading.runs().stream()
              .filter(run -> run.from().isBefore(due))
              .map(
                  run ->
                      run.terms()
                          .calendar()
                          .between(
                              run.from(),
                              run.to() == null || run.to().isAfter(due) ? due : run.to()))
              .reduce(Duration.ZERO, Duration::plus);
      assertThat(used).isEqualTo(reading.budget());
    }
  }

  private static void assertSame(Story story, List<ClockEvent> disturbed) {
    ClockSnapshot plain = story.at(story.end());
    ClockSnapshot other = new Story(story.agreed(), disturbed, story.end()).at(story.end());
    assertThat(other.dueAt()).isEqualTo(plain.dueAt());
    assertThat(other.used()).isEqualTo(plain.used());
    assertThat(other.state()).isEqualTo(plain.state());
    assertThat(other.breachedAt()).isEqualTo(plain.breachedAt());
    assertThat(other.metAt()).isEqualTo(plain.metAt());
    assertThat(other.epoch()).isEqualTo(plain.epoch());
  }

  private static boolean isHeld(List<ClockEvent> events) {
    boolean held = false;
    for (ClockEvent event : events) {
      held =
          switch (event.type()) {
            case HELD -> true;
            case RESUMED, RESOLVED, CLOSED -> false;
            default -> held;
          };
    }
    return held;
  }

  private static Story story(long seed) {
    Random random = new Random(seed);
    Terms agreed = terms(random);
    List<ClockEvent> events = new ArrayList<>();
    Instant at = OPENED;
    int count = random.nextInt(9);
    for (int i = 0; i < count; i++) {
      at = at.plusSeconds(random.nextInt(5) == 0 ? 0 : random.nextInt(200_000));
      events.add(event(at, random));
    }
    return new Story(agreed, events, at.plusSeconds(1 + random.nextInt(400_000)));
  }

  private static ClockEvent event(Instant at, Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1 ->
          new ClockEvent(
              at,
              ClockEvent.Type.HELD,
              HoldReason.values()[random.nextInt(HoldReason.values().length)],
              null,
              "ada");
      case 2, 3 -> ClockEvent.of(at, ClockEvent.Type.RESUMED);
      case 4 -> retarget(at, terms(random));
      case 5 -> ClockEvent.of(at, ClockEvent.Type.RESOLVED);
      case 6 -> ClockEvent.of(at, ClockEvent.Type.REOPENED);
      case 7 -> ClockEvent.of(at, ClockEvent.Type.ASSIGNED);
      case 8 -> ClockEvent.of(at, ClockEvent.Type.CLIENT_WROTE);
      default -> ClockEvent.of(at, ClockEvent.Type.CLOSED);
    };
  }

  private static ClockEvent retarget(Instant at, Terms terms) {
    return new ClockEvent(at, ClockEvent.Type.RETARGETED, null, terms, "mona");
  }

  private static Terms terms(Random random) {
    String zone = ZONES[random.nextInt(ZONES.length)];
    String[] hours = HOURS[random.nextInt(HOURS.length)];
    CalendarDefinition calendar = SampleTerms.daily("c" + zone + hours[0], zone, hours);
    return SampleTerms.terms(
        ObligationKind.RESOLUTION,
        TARGETS[random.nextInt(TARGETS.length)],
        calendar,
        random.nextInt(4) == 0 ? ClockStart.ASSIGNED : ClockStart.OPENED,
        random.nextInt(4) == 0 ? ClockStop.CLOSED : ClockStop.RESOLVED);
  }
}
