package dev.baton.flow.backtest.journal;

import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedAct;
import dev.baton.flow.backtest.log.RecordedDeskFacts.VipRequester;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.flow.backtest.log.SkippedLine;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.history.HistoryEvent;
import dev.baton.incident.history.HistoryEventKind;
import dev.baton.incident.history.IncidentHistory;
import dev.baton.incident.history.IncidentHistory.HistoryGap;
import java.time.Instant;
import java.util.Objects;

/** Follows one incident through its history; after each event it is a row of the log. */
final class HistoryRows {

  private static final String REQUESTERS = "@requesters.example";

  private final IncidentHistory history;
  private final int firstLine;
  private int line;
  private RecordedState state = RecordedState.NEW;
  private int reassignments;
  private int reopenings;
  private Level impact;
  private Level urgency;
  private Priority priority;
  private String team;
  private String assignee;
  private Instant resolvedAt;
  private Instant closedAt;

  HistoryRows(IncidentHistory history, int firstLine) {
    this.history = history;
    this.firstLine = firstLine;
    this.line = firstLine;
    this.impact = history.impact();
    this.urgency = history.urgency();
    this.team = history.requestedTeam();
  }

  /** The requester, under a name of the log's own. */
  VipRequester requester() {
    return new VipRequester(
        history.client(),
        "Requester " + history.requesterId(),
        "requester-" + history.requesterId() + REQUESTERS);
  }

  SkippedLine gap(HistoryGap gap) {
    return new SkippedLine(firstLine, GapReason.valueOf(gap.name()).words());
  }

  LogRow after(HistoryEvent event) {
    follow(event);
    return new LogRow(
        line++,
        history.number(),
        state,
        reassignments,
        reopenings,
        requester().name(),
        event.actor(),
        history.openedAt(),
        event.at(),
        null,
        history.category(),
        null,
        history.subject(),
        impact,
        urgency,
        priority,
        team,
        assignee,
        resolvedAt,
        closedAt,
        null,
        new RecordedAct(event, event.kind() == HistoryEventKind.REPORTED ? report() : null));
  }

  private IncidentReport report() {
    VipRequester requester = requester();
    return new IncidentReport(
        history.client(),
        requester.name(),
        requester.email(),
        null,
        history.channel(),
        history.subject(),
        null,
        history.impact(),
        history.urgency(),
        history.category(),
        history.service(),
        history.requestedTeam(),
        history.number());
  }

  private void follow(HistoryEvent event) {
    switch (event.kind()) {
      case PRIORITISED -> priority = event.priority();
      case REASSESSED -> {
        impact = event.impact();
        urgency = event.urgency();
      }
      case ROUTED, REASSIGNED, PASSED_TO_SECOND_LINE -> goTo(event);
      case ASSIGNED, GIVEN -> assignee = event.person();
      case STARTED, RESUMED -> state = RecordedState.ACTIVE;
      case HELD, ASKED -> state = RecordedState.awaiting(event.holdReason());
      case RESOLVED -> {
        state = RecordedState.RESOLVED;
        resolvedAt = event.at();
      }
      case REOPENED -> {
        state = RecordedState.ACTIVE;
        reopenings++;
        resolvedAt = null;
      }
      case CLOSED -> {
        state = RecordedState.CLOSED;
        closedAt = event.at();
      }
      case CANCELLED -> {
        state = RecordedState.CANCELLED;
        closedAt = event.at();
      }
      case REPORTED, DUPLICATE, CONTACT -> {
        // it stands where it stood
      }
    }
  }

  /** The first route is none that anybody counts. */
  private void goTo(HistoryEvent event) {
    boolean isElsewhere = !Objects.equals(team, event.team());
    if (team != null && isElsewhere) {
      reassignments++;
    }
    if (isElsewhere || event.kind() != HistoryEventKind.ROUTED) {
      assignee = event.person();
    }
    team = event.team();
  }
}
