package dev.baton.sla.clock;

import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an explanation of a clock is based on: the terms, the events and the current time. */
public record ClockHistory(
    ObligationKind kind,
    Instant openedAt,
    Terms agreed,
    List<ClockEvent> events,
    Instant now,
    ClockSnapshot reading) {

  public static ClockHistory of(
      ObligationKind kind, Instant openedAt, Terms agreed, List<ClockEvent> events, Instant now) {
    return new ClockHistory(
        kind,
        openedAt,
        agreed,
        events,
        now,
        ClockCalculator.read(kind, openedAt, agreed, events, now));
  }

  /** What the clock showed just before the events at this instant. */
  public ClockSnapshot readingUpTo(Instant at) {
    List<ClockEvent> before = events.stream().takeWhile(event -> event.at().isBefore(at)).toList();
    return ClockCalculator.read(kind, openedAt, agreed, before, at);
  }

  /** The last event of this type up to and including this instant. */
  public Optional<ClockEvent> last(ClockEvent.Type type, Instant at) {
    return events.stream()
        .filter(event -> event.type() == type && !event.at().isAfter(at))
        .reduce((earlier, later) -> later);
  }
}
