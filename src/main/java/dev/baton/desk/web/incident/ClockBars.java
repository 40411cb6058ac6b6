package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.sla.ExplainClocks;
import dev.baton.sla.clock.ClockState;
import dev.baton.sla.explanation.ClockExplanation;
import dev.baton.sla.explanation.ExplainedClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the clocks of an incident as bars. */
@Component
class ClockBars {

  private static final Map<String, String> SYMBOLS =
      Map.of(
          "runs", "●",
          "risk", "▲",
          "late", "■",
          "paused", "❚❚",
          "waiting", "○",
          "met", "✓",
          "breached", "✕",
          "stopped", "–");

  private final ExplainClocks clocks;
  private final PageRenderer pages;

  ClockBars(ExplainClocks clocks, PageRenderer pages) {
    this.clocks = clocks;
    this.pages = pages;
  }

  List<ClockBar> of(IncidentNumber number, Visitor visitor) {
    ExplainedClocks explained = clocks.explain(number, visitor.isOfClient(), visitor.locale());
    return explained.clocks().stream().map(clock -> bar(clock, visitor, explained.at())).toList();
  }

  private ClockBar bar(ClockExplanation clock, Visitor visitor, Instant now) {
    Integer used = used(clock);
    String level = level(clock);
    return new ClockBar(
        pages.name("clock", clock.kind(), visitor.locale()),
        level,
        SYMBOLS.get(level),
        pages.words("clock.state." + level, visitor.locale()),
        used,
        left(clock, level, visitor, now),
        clock.dueAt() == null || clock.metAt() != null
            ? null
            : pages.words("clock.due", visitor.locale(), visitor.at(clock.dueAt(), now)),
        clock.target());
  }

  private static Integer used(ClockExplanation clock) {
    if (clock.budget() == null || clock.budget().isZero() || clock.used() == null) {
      return null;
    }
    long percent = 100 * clock.used().toSeconds() / clock.budget().toSeconds();
    return (int) Math.max(0, Math.min(100, percent));
  }

  private static String level(ClockExplanation clock) {
    return switch (clock.state()) {
      case RUNNING -> clock.pastDue() ? "late" : clock.atRisk() ? "risk" : "runs";
      case PAUSED -> clock.pastDue() ? "late" : "paused";
      case WAITING -> "waiting";
      case MET -> "met";
      case BREACHED -> "breached";
      case STOPPED -> "stopped";
    };
  }

  private String left(ClockExplanation clock, String level, Visitor visitor, Instant now) {
    if (level.equals("met")) {
      return pages.words("clock.metAt", visitor.locale(), visitor.at(clock.metAt(), now));
    }
    if (level.equals("breached")) {
      return pages.words("clock.lateSince", visitor.locale(), visitor.at(clock.breachedAt(), now));
    }
    if (clock.remaining() == null || level.equals("stopped")) {
      return "";
    }
    String amount = amount(clock.remaining().abs(), visitor);
    if (clock.remaining().isNegative() || clock.pastDue()) {
      return pages.words("clock.over", visitor.locale(), amount);
    }
    return pages.words(
        clock.state() == ClockState.PAUSED ? "clock.leftLater" : "clock.left",
        visitor.locale(),
        amount);
  }

  /** Such as {@code 3 h 20 min}: working hours do not add up to days. */
  private String amount(Duration time, Visitor visitor) {
    long minutes = time.toMinutes();
    if (minutes < 1) {
      return pages.words("clock.moment", visitor.locale());
    }
    String hours = minutes < 60 ? "" : minutes / 60 + " h ";
    return (hours + (minutes % 60 == 0 ? "" : minutes % 60 + " min")).strip();
  }
}
