package dev.baton.sla.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.incident.HoldReason;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockHistory;
import dev.baton.sla.clock.ClockSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens, the ledger's entries tile the time and add up to what the clock shows. */
class ClockExplainerTilesTest {

  private static final int STORIES = 300;
  private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
  private static final Instant AROUND = Instant.parse("2026-03-25T00:00:00Z");
  private static final String[] TARGETS = {
    "30 working minutes",
    "8 working hours",
    "40 working hours",
    "3 working days",
    "end of working day + 1",
    "20 hours",
    "5 days"
  };

  @ParameterizedTest
  @EnumSource(ObligationKind.class)
  void ledgerEntriesTileTheTime(ObligationKind kind) {
    for (long seed = 1; seed <= STORIES; seed++) {
      ClockHistory story = story(kind, new Random(seed));
      ClockSnapshot reading = story.reading();
      ClockExplanation clock =
          ClockExplainer.of(story, List.of(), "because", SampleLanguages.forPrograms(ZONE));

      assertTiling(
          clock.entries(),
          story.openedAt(),
          reading.endedAt() == null ? story.now() : reading.endedAt());
      assertSums(clock, seed);
      if (!clock.toCome().isEmpty()) {
        assertTiling(clock.toCome(), story.now(), clock.dueAt());
        assertThat(clock.toCome().get(clock.toCome().size() - 1).usedInTotal())
            .as("seed %d: used when due", seed)
            .isEqualTo(clock.budget());
      }
    }
  }

  /** From the first to the last instant without gap or overlap; nothing where they are the same. */
  static void assertTiling(List<ClockEntry> entries, Instant from, Instant to) {
    Instant at = from;
    for (ClockEntry entry : entries) {
      assertThat(entry.from()).isEqualTo(at);
      assertThat(entry.to()).isAfter(entry.from());
      at = entry.to();
    }
    assertThat(at).isEqualTo(to);
  }

  private static void assertSums(ClockExplanation clock, long seed) {
    if (clock.kind() != ObligationKind.UPDATE) {
      assertThat(
              clock.entries().stream().map(ClockEntry::used).reduce(Duration.ZERO, Duration::plus))
          .as("seed %d: used in all entries", seed)
          .isEqualTo(clock.used());
    }
    assertThat(clock.entries())
        .as("seed %d", seed)
        .allSatisfy(
            entry -> {
              assertThat(entry.used().isNegative()).isFalse();
              assertThat(entry.usedInTotal()).isGreaterThanOrEqualTo(entry.used());
              assertThat(entry.words()).isNotBlank();
            });
  }

  private static ClockHistory story(ObligationKind kind, Random random) {
    CalendarDefinition calendar =
        random.nextBoolean()
            ? ClockExplainerTest.bavaria()
            : SampleTerms.daily("nights", "Australia/Sydney", "22:00-02:30", "03:00-06:00");
    Instant openedAt = AROUND.plusSeconds(random.nextInt(14 * 86_400));
    List<ClockEvent> events = new ArrayList<>();
    Instant at = openedAt;
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      at = at.plusSeconds(random.nextInt(6) == 0 ? 0 : random.nextInt(2 * 86_400));
      ClockEvent.Type type =
          ClockEvent.Type.values()[random.nextInt(ClockEvent.Type.values().length)];
      events.add(
          new ClockEvent(
              at,
              type,
              type == ClockEvent.Type.HELD
                  ? HoldReason.values()[random.nextInt(HoldReason.values().length)]
                  : null,
              type == ClockEvent.Type.RETARGETED && random.nextInt(8) > 0
                  ? terms(kind, calendar, random)
                  : null,
              "ada"));
    }
    Instant now = at.plusSeconds(random.nextInt(4) == 0 ? 0 : random.nextInt(60 * 86_400));
    return ClockHistory.of(kind, openedAt, terms(kind, calendar, random), events, now);
  }

  private static Terms terms(ObligationKind kind, CalendarDefinition calendar, Random random) {
    String target = TARGETS[random.nextInt(TARGETS.length)];
    boolean other = random.nextBoolean();
    return switch (kind) {
      case RESPONSE ->
          SampleTerms.terms(
              kind,
              target,
              calendar,
              other ? ClockStart.CONTACT : ClockStart.ASSIGNED,
              ClockStop.FIRST_RESPONSE);
      case RESOLUTION ->
          SampleTerms.terms(
              kind,
              target,
              calendar,
              other ? ClockStart.OPENED : ClockStart.ASSIGNED,
              random.nextBoolean() ? ClockStop.RESOLVED : ClockStop.CLOSED);
      case UPDATE ->
          SampleTerms.terms(
              kind,
              target,
              calendar,
              other ? ClockStart.UNANSWERED : ClockStart.LAST_MESSAGE,
              ClockStop.MESSAGE);
    };
  }
}
