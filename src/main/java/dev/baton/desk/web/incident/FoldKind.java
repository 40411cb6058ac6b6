package dev.baton.desk.web.incident;

import dev.baton.engine.Actor;
import dev.baton.incident.JournalKind;
import dev.baton.incident.TimelineText;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.NotificationView;

/**
 * What the system writes again and again, so that a run of it can stand in one line. What people
 * wrote, and what went wrong, is none of it.
 */
enum FoldKind {
  MAIL,
  MESSAGE,
  SUPPRESSED,
  CLOCK,
  ESCALATION,
  ROUTING;

  /** Null for what always has a line of its own. */
  static FoldKind of(TimelineText done) {
    if (!Actor.FLOW.name().equals(done.actor()) || done.note() != null) {
      return null;
    }
    return switch (JournalKind.valueOf(done.kind())) {
      case AT_RISK, BREACHED -> CLOCK;
      case ESCALATED -> ESCALATION;
      case PRIORITISED, ROUTED, ASSIGNED, QUEUED, OFFERED_AGAIN -> ROUTING;
      default -> null;
    };
  }

  /** Null for a message that is still on its way, or did not arrive. */
  static FoldKind of(NotificationView told) {
    return switch (told.status()) {
      case SENT, DELIVERED -> told.channel() == ChannelKind.MAIL ? MAIL : MESSAGE;
      case SUPPRESSED -> SUPPRESSED;
      case QUEUED, BOUNCED, FAILED -> null;
    };
  }
}
