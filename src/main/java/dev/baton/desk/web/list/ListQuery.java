package dev.baton.desk.web.list;

import dev.baton.desk.web.Visitor;
import dev.baton.escalation.UnansweredEscalations;
import dev.baton.incident.Status;
import dev.baton.incident.search.IncidentSqlFilter;
import dev.baton.incident.search.OverdueHolds;
import dev.baton.sla.UrgentObligations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * The SQL query for a list filter. An index can answer it, so the rows read do not grow with the
 * number of closed incidents.
 */
final class ListQuery {

  private final IncidentSqlFilter selection = new IncidentSqlFilter();
  private final ListFilter asked;

  /**
   * @param stuck numbers of the stuck incidents; asked for only where the filter wants them
   */
  ListQuery(
      ListFilter asked,
      Visitor visitor,
      Long client,
      boolean unknownClient,
      Instant now,
      Supplier<List<String>> stuck) {
    this.asked = asked;
    if (asked.due() != null || sortsByDeadline()) {
      due(visitor, now);
    }
    if (unknownClient) {
      selection.where("1 = 0");
    }
    if (client != null) {
      selection.where("i.client_id = ?", client);
    }
    if (asked.status().equals("open")) {
      selection.in(Status.open());
    } else if (!asked.status().equals("all")) {
      selection.where("i.status = ?", asked.status());
    }
    if (asked.priority() != null) {
      selection.where("i.priority = ?", asked.priority().name());
    }
    if (asked.team() != null) {
      selection.where("i.team = ?", asked.team());
    }
    if (asked.assignee() == null || visitor.isOfClient()) {
      // who has it is the desk's own business
    } else if (asked.assignee().equals("nobody")) {
      selection.where("i.assignee is null");
    } else {
      selection.where(
          "i.assignee = ?",
          asked.assignee().equals("me") ? visitor.caller().login() : asked.assignee());
    }
    if (asked.reply() != null && !visitor.isOfClient()) {
      selection.where(
          asked.reply().equals("unread")
              ? "i.unanswered_since is not null and i.unread_since is not null"
              : "i.unanswered_since is not null");
    }
    if (asked.tag() != null && !visitor.isOfClient()) {
      selection.tagged(asked.tag());
    }
    if (asked.state() != null && !visitor.isOfClient()) {
      state(now, stuck);
    }
    if (!asked.q().isEmpty()) {
      selection.text(asked.q(), now.atZone(visitor.zone()).getYear());
    }
    selection.orderBy(order());
  }

  IncidentSqlFilter selection() {
    return selection;
  }

  /** As the board counts them. */
  private void state(Instant now, Supplier<List<String>> stuck) {
    switch (asked.state()) {
      case "late" -> UrgentObligations.select(selection, true, now);
      case "risk" -> UrgentObligations.select(selection, false, now);
      case "hold" -> OverdueHolds.select(selection, now);
      case "unanswered" -> UnansweredEscalations.select(selection);
      case "stuck" -> selection.numbered(stuck.get());
      default -> selection.where("i.priority is null");
    }
  }

  /** Closed incidents have no deadline. */
  private boolean sortsByDeadline() {
    return asked.sort().equals("due")
        && !asked.status().equals(Status.CLOSED.name())
        && !asked.status().equals(Status.CANCELLED.name());
  }

  private void due(Visitor visitor, Instant now) {
    if (asked.due() == null) {
      // Without a filter, incidents without a deadline come last.
      UrgentObligations.joinFirstDeadlines(selection);
    } else {
      UrgentObligations.joinFirstDeadlines(selection, until(visitor, now));
    }
  }

  private Instant until(Visitor visitor, Instant now) {
    return switch (asked.due()) {
      case "late" -> now;
      case "hour" -> now.plus(Duration.ofHours(1));
      default -> {
        ZonedDateTime today = now.atZone(visitor.zone());
        yield today.toLocalDate().plusDays(1).atStartOfDay(visitor.zone()).toInstant();
      }
    };
  }

  private String order() {
    String way = asked.descending() ? " desc" : "";
    return switch (asked.sort()) {
      case "due" ->
          sortsByDeadline() ? "d.due_at is null, d.due_at" + way + ", i.id" + way : "i.id" + way;
      case "priority" -> "i.priority" + way + ", i.opened_at" + way + ", i.id" + way;
      case "number" -> "i.number" + way;
      default -> "i.opened_at" + way + ", i.id" + way;
    };
  }
}
