package dev.baton.sla.explanation;

import static java.util.stream.Collectors.joining;

import dev.baton.calendar.CalendarSpan;
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
import java.util.List;

/** The texts of an explanation's entries. */
final class ExplanationText {

  private final ExplanationLanguage language;

  ExplanationText(ExplanationLanguage language) {
    this.language = language;
  }

  ExplanationLanguage language() {
    return language;
  }

  String when(Instant from, Instant to) {
    return language.time().span(from, to);
  }

  LocalDate date(Instant at) {
    return language.time().date(at);
  }

  /** Such as {@code running for 4 h: 4 h of 8 h}. */
  String running(Duration amount, Duration used, Duration budget, boolean late) {
    return language.text(
        late ? "clocks.entry.late" : "clocks.entry.running",
        DeadlineText.amount(amount),
        DeadlineText.amount(used),
        DeadlineText.amount(budget));
  }

  /** Such as {@code holiday: Corpus Christi, DE-BY}. */
  String closed(CalendarSpan span, Terms terms) {
    return switch (span.kind()) {
      case HOLIDAY -> language.text("clocks.entry.holiday", language.holiday(span, terms));
      case CLOSED_DAY ->
          span.name() == null
              ? language.text("clocks.entry.closed-day")
              : language.text("clocks.entry.closed-day.named", span.name());
      default -> language.text("clocks.outside-hours", terms.calendar().toString());
    };
  }

  /** Why a clock stands still for a reason other than the calendar. */
  String standing(ClockHistory history, ClockSegment segment, State state) {
    return switch (state) {
      case ON_HOLD ->
          since(
              language.text("clocks.entry.on-hold", language.name("clocks.hold", segment.hold())),
              history,
              ClockEvent.Type.HELD,
              segment.from());
      case WAITING -> waiting(history, segment);
      case MET -> resolved("clocks.entry.met", history, segment);
      default ->
          resolved(
              segment.state() == ClockState.BREACHED
                  ? "clocks.entry.resolved-late"
                  : "clocks.entry.resolved",
              history,
              segment);
    };
  }

  private String waiting(ClockHistory history, ClockSegment segment) {
    if (history.kind() != ObligationKind.UPDATE) {
      return language.text("clocks.entry.waiting.team");
    }
    if (segment.cause() == ClockEvent.Type.RESOLVED || segment.cause() == ClockEvent.Type.CLOSED) {
      return resolved("clocks.entry.resolved", history, segment);
    }
    return language.text(
        history.last(ClockEvent.Type.ANSWERED, segment.from()).isEmpty()
            ? "clocks.entry.waiting.response"
            : "clocks.entry.waiting.message");
  }

  private String resolved(String key, ClockHistory history, ClockSegment segment) {
    return since(language.text(key), history, ClockEvent.Type.RESOLVED, segment.from());
  }

  private String since(String what, ClockHistory history, ClockEvent.Type type, Instant at) {
    return history
        .last(type, at)
        .map(
            event ->
                language.text(
                    "clocks.entry.since",
                    what,
                    language.time().at(event.at()),
                    language.actor(event.actor())))
        .orElse(what);
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
        language.text(
            "clocks.entry.together", days, DeadlineText.amount(used), DeadlineText.amount(total));
    return closed.isEmpty() ? worked : worked + "; " + closed;
  }
}
