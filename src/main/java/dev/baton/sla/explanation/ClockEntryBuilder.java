package dev.baton.sla.explanation;

import dev.baton.calendar.CalendarSpan;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.clock.ClockHistory;
import dev.baton.sla.clock.ClockSegment;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.sla.clock.ClockState;
import dev.baton.sla.explanation.ClockEntry.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the entries of a clock's explanation: its segments, with running ones split by the
 * calendar and at the point where the target was used up.
 */
final class ClockEntryBuilder {

  private final ClockHistory history;
  private final ExplanationText words;
  private final List<ClockEntry> entries = new ArrayList<>();
  private boolean expected;

  private ClockEntryBuilder(ClockHistory history, ExplanationText words) {
    this.history = history;
    this.words = words;
  }

  /** From the opening to now, or to the end, without gaps or overlaps. */
  static List<ClockEntry> untilNow(ClockHistory history, ExplanationText words) {
    ClockEntryBuilder past = new ClockEntryBuilder(history, words);
    for (ClockSegment segment : history.reading().segments()) {
      past.add(segment, history.readingUpTo(segment.to()));
    }
    return ClockEntryMerger.merged(past.entries, words);
  }

  /** From now to the deadline, if nothing happens. */
  static List<ClockEntry> toCome(ClockHistory history, ExplanationText words) {
    ClockSnapshot now = history.reading();
    boolean isExpected =
        now.state() == ClockState.RUNNING
            && !now.isOver()
            && now.dueAt() != null
            && now.dueAt().isAfter(history.now());
    if (!isExpected) {
      return List.of();
    }
    ClockEntryBuilder ahead = new ClockEntryBuilder(history, words);
    ahead.expected = true;
    ClockSegment last =
        now.segments().isEmpty() ? null : now.segments().get(now.segments().size() - 1);
    ClockSegment next =
        new ClockSegment(
            history.now(),
            now.dueAt(),
            ClockState.RUNNING,
            null,
            last == null ? null : last.cause(),
            last == null ? ExplanationLanguage.FLOW : last.actor(),
            now.terms());
    ahead.run(next, now.used(), now.budget());
    return ClockEntryMerger.merged(ahead.entries, words);
  }

  private void add(ClockSegment segment, ClockSnapshot atItsEnd) {
    if (segment.state() == ClockState.RUNNING) {
      Duration used = segment.terms().calendar().between(segment.from(), segment.to());
      run(segment, atItsEnd.used().minus(used), atItsEnd.budget());
    } else {
      State state = state(segment);
      add(
          segment,
          new CalendarSpan(segment.from(), segment.to(), CalendarSpan.SpanKind.OPEN, null),
          state,
          Duration.ZERO,
          atItsEnd.used(),
          words.standing(history, segment, state),
          false);
    }
  }

  /** Whether the opening itself started the clock, whatever else happened at that instant. */
  private boolean beganByItself(ClockSegment segment) {
    ClockStart starts = segment.terms().starts();
    return segment.from().equals(history.openedAt())
        && segment.state() == ClockState.RUNNING
        && (starts == ClockStart.CONTACT || starts == ClockStart.OPENED);
  }

  private static State state(ClockSegment segment) {
    return switch (segment.state()) {
      case WAITING -> State.WAITING;
      case MET -> State.MET;
      case PAUSED -> segment.hold() == null ? State.RESOLVED : State.ON_HOLD;
      default -> State.RESOLVED;
    };
  }

  private void run(ClockSegment segment, Duration usedBefore, Duration budget) {
    Duration used = usedBefore;
    for (CalendarSpan span : segment.terms().calendar().spans(segment.from(), segment.to())) {
      if (span.kind() != CalendarSpan.SpanKind.OPEN) {
        State closed = State.valueOf(span.kind().name());
        boolean late = used.compareTo(budget) >= 0;
        add(segment, span, closed, Duration.ZERO, used, words.closed(span, segment.terms()), late);
        continue;
      }
      for (CalendarSpan part : aroundDue(span, used, budget)) {
        Duration time = segment.terms().calendar().between(part.from(), part.to());
        boolean late = used.compareTo(budget) >= 0;
        used = used.plus(time);
        add(
            segment,
            part,
            State.RUNNING,
            time,
            used,
            words.running(time, used, budget, late),
            late);
      }
    }
  }

  /** The period, split in two if the target is used up within it. */
  private static List<CalendarSpan> aroundDue(CalendarSpan span, Duration used, Duration budget) {
    Duration left = budget.minus(used);
    Instant due = left.isNegative() ? span.from() : span.from().plus(left);
    if (!due.isAfter(span.from()) || !due.isBefore(span.to())) {
      return List.of(span);
    }
    return List.of(
        new CalendarSpan(span.from(), due, span.kind(), null),
        new CalendarSpan(due, span.to(), span.kind(), null));
  }

  private void add(
      ClockSegment segment,
      CalendarSpan span,
      State state,
      Duration used,
      Duration total,
      String text,
      boolean late) {
    entries.add(
        new ClockEntry(
            span.from(),
            span.to(),
            state,
            used,
            total,
            words.when(span.from(), span.to()),
            text,
            beganByItself(segment) ? null : segment.cause(),
            beganByItself(segment) ? ExplanationLanguage.FLOW : segment.actor(),
            words.language().agreement(segment.terms().agreement()),
            late,
            expected));
  }
}
