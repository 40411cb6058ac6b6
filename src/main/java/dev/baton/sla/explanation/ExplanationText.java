package dev.baton.sla.explanation;

import static java.util.stream.Collectors.joining;

import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockHistory;
import dev.baton.sla.clock.ClockSegment;
import dev.baton.sla.clock.ClockState;
import dev.baton.sla.explanation.ClockEntry.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The texts of an explanation's entries, in the client's time zone. */
final class ExplanationText {

  private final LocalTimeFormatter time;

  ExplanationText(ZoneId zone) {
    this.time = new LocalTimeFormatter(zone);
  }

  String when(Instant from, Instant to) {
    return time.span(from, to);
  }

  LocalDate date(Instant at) {
    return time.date(at);
  }

  /** Such as {@code running for 4 h: 4 h of 8 h}. */
  String running(Duration amount, Duration used, Duration budget, boolean late) {
    return "%s for %s: %s of %s"
        .formatted(late ? "past due" : "running", words(amount), words(used), words(budget));
  }

  /** Such as {@code holiday: Corpus Christi, DE-BY}. */
  String closed(CalendarSpan span, Terms terms) {
    return switch (span.kind()) {
      case HOLIDAY -> "holiday: " + holiday(span, terms);
      case CLOSED_DAY -> span.name() == null ? "closed day" : "closed day: " + span.name();
      default -> "outside the hours of " + terms.calendar();
    };
  }

  static String holiday(CalendarSpan span, Terms terms) {
    HolidayRegion region = terms.calendar().definition().holidays();
    return region == null ? span.name() : span.name() + ", " + region;
  }

  /** Why a clock stands still for a reason other than the calendar. */
  String standing(ClockHistory history, ClockSegment segment, State state) {
    return switch (state) {
      case ON_HOLD ->
          "on hold, waiting for the %s%s"
              .formatted(
                  segment.hold().words(), since(history, ClockEvent.Type.HELD, segment.from()));
      case WAITING -> waiting(history, segment);
      case MET -> "met: resolved" + since(history, ClockEvent.Type.RESOLVED, segment.from());
      default ->
          (segment.state() == ClockState.BREACHED ? "resolved too late" : "resolved")
              + since(history, ClockEvent.Type.RESOLVED, segment.from());
    };
  }

  private String waiting(ClockHistory history, ClockSegment segment) {
    if (history.kind() != ObligationKind.UPDATE) {
      return "waiting for a team: the incident is not assigned yet";
    }
    if (segment.cause() == ClockEvent.Type.RESOLVED || segment.cause() == ClockEvent.Type.CLOSED) {
      return "resolved" + since(history, ClockEvent.Type.RESOLVED, segment.from());
    }
    return history.last(ClockEvent.Type.ANSWERED, segment.from()).isEmpty()
        ? "waiting: updates are due only after the first response"
        : "waiting: no message of the client is unanswered";
  }

  private String since(ClockHistory history, ClockEvent.Type type, Instant at) {
    return history
        .last(type, at)
        .map(event -> " since %s by %s".formatted(time.at(event.at()), event.actor()))
        .orElse("");
  }

  /** Such as {@code 5 working days, 40 h: 120 h used by then; holiday: Good Friday, DE-BY}. */
  String together(List<ClockEntry> group, Duration used, Duration total) {
    long days =
        group.stream()
            .filter(entry -> entry.state() == State.RUNNING)
            .map(entry -> date(entry.from()))
            .distinct()
            .count();
    String closed =
        group.stream()
            .filter(e -> e.state() == State.HOLIDAY || e.state() == State.CLOSED_DAY)
            .map(ClockEntry::words)
            .distinct()
            .limit(3)
            .collect(joining("; "));
    String worked =
        days == 0
            ? "no working day"
            : "%d working %s, %s: %s used by then"
                .formatted(days, days == 1 ? "day" : "days", words(used), words(total));
    return closed.isEmpty() ? worked : worked + "; " + closed;
  }

  LocalTimeFormatter time() {
    return time;
  }

  static String words(Duration amount) {
    return DeadlineText.amount(amount);
  }
}
