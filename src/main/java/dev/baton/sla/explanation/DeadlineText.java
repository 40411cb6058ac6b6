package dev.baton.sla.explanation;

import dev.baton.sla.agreement.Milestone;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.web.text.LocalizableText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Deadlines and durations in words. */
public final class DeadlineText {

  private DeadlineText() {}

  public static LocalizableText reached(
      ObligationKind kind, Milestone milestone, ClockSnapshot reading) {
    LocalizableText what = LocalizableText.name("entry.obligation", kind);
    String due = instant(reading.dueAt());
    if (!milestone.isPastDue()) {
      return LocalizableText.of(
          "entry.at-risk", what, amount(milestone.at()), amount(reading.budget()), due);
    }
    if (!milestone.name().equals(Milestone.BREACH)) {
      return LocalizableText.of(
          "entry.still-not-met", what, amount(milestone.at().minus(reading.budget())), due);
    }
    return LocalizableText.of(
        reading.breachCause() == ClockEvent.Type.RETARGETED
            ? "entry.breached-by-priority"
            : "entry.breached",
        what,
        due);
  }

  /** Such as {@code 2026-11-21T10:15:00Z}. */
  static String instant(Instant at) {
    return at == null ? "-" : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Such as {@code 3 h 20 min}; seconds only if there are no hours. Not for negative durations. */
  public static String amount(Duration time) {
    long seconds = time.toSeconds();
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    long rest = seconds % 60;
    StringBuilder text = new StringBuilder();
    if (hours > 0) {
      text.append(hours).append(" h ");
    }
    if (minutes > 0) {
      text.append(minutes).append(" min ");
    }
    if (hours == 0 && (rest > 0 || text.isEmpty())) {
      text.append(rest).append(" s ");
    }
    return text.toString().strip();
  }
}
