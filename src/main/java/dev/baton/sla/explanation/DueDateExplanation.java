package dev.baton.sla.explanation;

import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.Target;
import dev.baton.incident.HoldReason;
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
  private final ExplanationLanguage language;

  DueDateExplanation(ClockHistory history, ExplanationLanguage language) {
    this.history = history;
    this.reading = history.reading();
    this.language = language;
  }

  String sentence() {
    if (reading.metAt() != null && reading.breachedAt() == null) {
      return ended();
    }
    if (reading.dueAt() != null) {
      return due(reading.dueAt()) + retargets() + ".";
    }
    if (reading.isOver()) {
      return ended();
    }
    if (reading.startedAt() == null) {
      return language.text("clocks.due.not-started", waiting());
    }
    return standing();
  }

  /** Why it was late; null if it was not. */
  String breach() {
    if (reading.breachedAt() == null) {
      return null;
    }
    String at = language.time().withZone(reading.breachedAt());
    if (reading.breachCause() == ClockEvent.Type.RETARGETED) {
      return history
          .last(ClockEvent.Type.RETARGETED, reading.breachedAt())
          .map(
              event ->
                  language.text("clocks.breach.retargeted-by", at, language.actor(event.actor())))
          .orElseGet(() -> language.text("clocks.breach.retargeted", at));
    }
    return language.text("clocks.breach", language.targetInSentence(reading.terms().target()), at);
  }

  private String due(Instant due) {
    Target target = reading.terms().target();
    String time =
        language.text(
            target.countsCalendarTime() ? "clocks.due.time" : "clocks.due.working-time",
            DeadlineText.amount(reading.budget()));
    return language.text(
            due.isBefore(history.now()) ? "clocks.due.past" : "clocks.due",
            language.time().withZone(due),
            time,
            language.time().at(reading.startedAt()))
        + targetInDays(target)
        + paused(due)
        + closed(due);
  }

  /** For a target in days, the target itself: the amount of time alone does not show it. */
  private String targetInDays(Target target) {
    return switch (target.unit()) {
      case WORKING_DAYS, END_OF_WORKING_DAY -> " (%s)".formatted(language.target(target));
      default -> "";
    };
  }

  private String paused(Instant due) {
    Map<Optional<HoldReason>, Duration> pauses = new LinkedHashMap<>();
    for (ClockSegment segment : history.reading().segments()) {
      Instant from = latest(segment.from(), reading.startedAt());
      if (from.isBefore(segment.to()) && from.isBefore(due) && stood(segment)) {
        pauses.merge(
            Optional.ofNullable(segment.hold()),
            segment.terms().calendar().between(from, segment.to()),
            Duration::plus);
      }
    }
    return pauses.entrySet().stream()
        .map(pause -> pause(pause.getKey(), DeadlineText.amount(pause.getValue())))
        .reduce((one, other) -> language.text("clocks.due.less.and", one, other))
        .map(text -> language.text("clocks.due.less", text))
        .orElse("");
  }

  private String pause(Optional<HoldReason> hold, String time) {
    return hold.map(
            reason ->
                language.text(
                    "clocks.due.less.on-hold", time, language.name("clocks.hold", reason)))
        .orElseGet(() -> language.text("clocks.due.less.resolved", time));
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
      reasons.add(language.text("clocks.outside-hours", terms.calendar().toString()));
    }
    List<String> days =
        spans.stream()
            .map(span -> closedDay(span, terms))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    days.stream().limit(CLOSED_DAYS_NAMED).forEach(reasons::add);
    if (days.size() > CLOSED_DAYS_NAMED) {
      reasons.add(language.moreClosedDays(days.size() - CLOSED_DAYS_NAMED));
    }
    return reasons.isEmpty() ? "" : language.text("clocks.due.closed", String.join(", ", reasons));
  }

  private String closedDay(CalendarSpan span, Terms terms) {
    String name =
        switch (span.kind()) {
          case HOLIDAY -> language.holiday(span, terms);
          case CLOSED_DAY ->
              span.name() == null ? language.text("clocks.due.closed.unnamed") : span.name();
          default -> null;
        };
    return name == null
        ? null
        : language.text(
            "clocks.due.closed.day", name, language.time().day(language.time().date(span.from())));
  }

  private String retargets() {
    Optional<ClockEvent> last =
        history
            .last(ClockEvent.Type.RETARGETED, history.now())
            .filter(event -> event.terms() != null);
    if (last.isEmpty() || last.get().terms().equals(history.agreed())) {
      return "";
    }
    Terms before = history.readingUpTo(last.get().at()).terms();
    return language.text(
        "clocks.due.retargeted",
        language.time().at(last.get().at()),
        language.targetInSentence(last.get().terms().target()),
        language.targetInSentence(before.target()),
        language.agreement(before.agreement()));
  }

  private String ended() {
    String end =
        language.text(
            switch (reading.state()) {
              case MET -> "clocks.ended.met";
              case BREACHED -> "clocks.ended.late";
              default -> "clocks.ended.open";
            });
    String at =
        Optional.ofNullable(reading.metAt())
            .or(() -> Optional.ofNullable(reading.endedAt()))
            .map(instant -> ", " + language.time().withZone(instant))
            .orElse("");
    return end + at + used() + ".";
  }

  private String used() {
    return reading.startedAt() == null || reading.budget() == null
        ? ""
        : language.text(
            "clocks.used",
            DeadlineText.amount(reading.used()),
            DeadlineText.amount(reading.budget()));
  }

  private String waiting() {
    if (history.kind() != ObligationKind.UPDATE) {
      return language.text("clocks.due.starts.team");
    }
    return language.text(
        reading.terms().starts() == ClockStart.LAST_MESSAGE
            ? "clocks.due.starts.response"
            : "clocks.due.starts.message");
  }

  private String standing() {
    Duration left = reading.budget().minus(reading.used());
    Instant would = reading.terms().calendar().add(history.now(), left);
    return language.text("clocks.due.paused", used(), language.time().withZone(would));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
