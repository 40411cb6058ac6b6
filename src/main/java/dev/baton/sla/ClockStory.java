package dev.baton.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an explanation of a clock is based on: the terms, the events and the current time. */
public record ClockStory(
    ObligationKind kind,
    Instant openedAt,
    Terms agreed,
    List<ClockEvent> events,
    Instant now,
    Reading reading) {

  public static ClockStory of(
      ObligationKind kind, Instant openedAt, Terms agreed, List<ClockEvent> events, Instant now) {
    return new ClockStory(
        kind, openedAt, agreed, events, now, Measuring.read(kind, openedAt, agreed, events, now));
  }

  /** What the clock showed just before the events at this instant. */
  public Reading readingUpTo(Instant at) {
    List<ClockEvent> before = events.stream().takeWhile(event -> event.at().isBefore(at)).toList();
    return Measuring.read(kind, openedAt, agreed, before, at);
  }

  /** The last event of this type up to and including this instant. */
  public Optional<ClockEvent> last(ClockEvent.Type type, Instant at) {
    return events.stream()
        .filter(event -> event.type() == type && !event.at().isAfter(at))
        .reduce((earlier, later) -> later);
  }
}
