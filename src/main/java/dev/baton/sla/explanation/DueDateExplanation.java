package dev.baton.sla.explanation;

import static java.util.stream.Collectors.joining;

import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockHistory;
import dev.baton.sla.clock.ClockSegment;
import dev.baton.sla.clock.ClockSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says in a sentence how the deadline of a clock was computed, or why it has none. */
final class DueDateExplanation {

  private static final int CLOSED_DAYS_NAMED = 4;

  private final ClockHistory history;
  private final ClockSnapshot reading;
  private final LocalTimeFormatter time;

  DueDateExplanation(ClockHistory history, LocalTimeFormatter time) {
    this.history = history;
    this.reading = history.reading();
    this.time = time;
  }

  String sentence() {
    if (reading.metAt() != null && reading.breachedAt() == null) {
      return ended();
    }
    if (reading.dueAt() != null) {
      return due(reading.dueAt().isBefore(history.now()) ? "Was due " : "Due ", reading.dueAt())
          + retargets()
          + ".";
    }
    if (reading.isOver()) {
      return ended();
    }
    if (reading.startedAt() == null) {
      return "No due time yet: " + waiting() + ".";
    }
    return standing();
  }

  /** Why it was late; null if it was not. */
  String breach() {
    if (reading.breachedAt() == null) {
      return null;
    }
    if (reading.breachCause() == ClockEvent.Type.RETARGETED) {
      return "Past due because the target changed at %s%s: the new due time was already past."
          .formatted(
              time.withZone(reading.breachedAt()),
              history
                  .last(ClockEvent.Type.RETARGETED, reading.breachedAt())
                  .map(event -> " by " + event.actor())
                  .orElse(""));
    }
    return "The target of %s was used up at %s without the obligation being met."
        .formatted(reading.terms().target(), time.withZone(reading.breachedAt()));
  }

  private String due(String verb, Instant due) {
    String target =
        "%s%s: %s of %s from %s"
            .formatted(
                verb,
                time.withZone(due),
                DeadlineText.amount(reading.budget()),
                reading.terms().target().countsCalendarTime() ? "time" : "working time",
                time.at(reading.startedAt()));
    return target + targetInDays() + paused(due) + closed(due);
  }

  /** For a target in days, the target itself: the amount of time alone does not show it. */
  private String targetInDays() {
    return switch (reading.terms().target().unit()) {
      case WORKING_DAYS, END_OF_WORKING_DAY -> " (%s)".formatted(reading.terms().target());
      default -> "";
    };
  }

  private String paused(Instant due) {
    Map<String, Duration> pauses = new LinkedHashMap<>();
    for (ClockSegment segment : history.reading().segments()) {
      Instant from = latest(segment.from(), reading.startedAt());
      if (from.isBefore(segment.to()) && from.isBefore(due) && stood(segment)) {
        pauses.merge(
            segment.hold() == null
                ? "resolved"
                : "on hold, waiting for the " + segment.hold().words(),
            segment.terms().calendar().between(from, segment.to()),
            Duration::plus);
      }
    }
    String text =
        pauses.entrySet().stream()
            .map(pause -> DeadlineText.amount(pause.getValue()) + " " + pause.getKey())
            .collect(joining(" and "));
    return text.isEmpty() ? "" : ", less " + text;
  }

  private static boolean stood(ClockSegment segment) {
    return switch (segment.state()) {
      case PAUSED, MET, BREACHED -> true;
      default -> false;
    };
  }

  private String closed(Instant due) {
    Terms terms = reading.terms();
    if (!reading.startedAt().isBefore(due)) {
      return "";
    }
    List<CalendarSpan> spans = terms.calendar().spans(reading.startedAt(), due);
    List<String> reasons = new ArrayList<>();
    if (spans.stream().anyMatch(span -> span.kind() == CalendarSpan.SpanKind.OUTSIDE_HOURS)) {
      reasons.add("outside the hours of " + terms.calendar());
    }
    List<String> days =
        spans.stream()
            .map(span -> closedDay(span, terms))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    days.stream().limit(CLOSED_DAYS_NAMED).forEach(reasons::add);
    if (days.size() > CLOSED_DAYS_NAMED) {
      reasons.add((days.size() - CLOSED_DAYS_NAMED) + " more closed days");
    }
    return reasons.isEmpty() ? "" : "; time does not count " + String.join(", ", reasons);
  }

  private String closedDay(CalendarSpan span, Terms terms) {
    return switch (span.kind()) {
      case HOLIDAY ->
          "on %s (%s)"
              .formatted(
                  ExplanationText.holiday(span, terms),
                  LocalTimeFormatter.day(time.date(span.from())));
      case CLOSED_DAY ->
          "on %s (%s)"
              .formatted(
                  span.name() == null ? "a closed day" : span.name(),
                  LocalTimeFormatter.day(time.date(span.from())));
      default -> null;
    };
  }

  private String retargets() {
    Optional<ClockEvent> last =
        history
            .last(ClockEvent.Type.RETARGETED, history.now())
            .filter(event -> event.terms() != null);
    if (last.isEmpty() || last.get().terms().equals(history.agreed())) {
      return "";
    }
    return "; the target has been %2$s since %1$s (before: %3$s, %4$s); the time already used still counts"
        .formatted(
            time.at(last.get().at()),
            last.get().terms().target(),
            history.readingUpTo(last.get().at()).terms().target(),
            history.readingUpTo(last.get().at()).terms().agreement());
  }

  private String ended() {
    String end =
        switch (reading.state()) {
          case MET -> "Met on time";
          case BREACHED -> "Ended past due";
          default -> "Ended before it was met or breached";
        };
    String at =
        Optional.ofNullable(reading.metAt())
            .or(() -> Optional.ofNullable(reading.endedAt()))
            .map(instant -> ", " + time.withZone(instant))
            .orElse("");
    return end + at + used() + ".";
  }

  private String used() {
    return reading.startedAt() == null || reading.budget() == null
        ? ""
        : ": %s of %s used"
            .formatted(DeadlineText.amount(reading.used()), DeadlineText.amount(reading.budget()));
  }

  private String waiting() {
    if (history.kind() != ObligationKind.UPDATE) {
      return "the clock starts when the incident is assigned to a team";
    }
    return reading.terms().starts() == ClockStart.LAST_MESSAGE
        ? "the clock starts with the first response to the client"
        : "the clock starts when the client next writes after a response";
  }

  private String standing() {
    Duration left = reading.budget().minus(reading.used());
    Instant would = reading.terms().calendar().add(history.now(), left);
    return "No due time while the clock is paused%s; if it resumed now, it would be due %s."
        .formatted(used(), time.withZone(would));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
