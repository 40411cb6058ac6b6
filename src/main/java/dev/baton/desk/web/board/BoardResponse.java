package dev.baton.desk.web.board;

import dev.baton.desk.web.FlowChanges;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.Trigger;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.sla.agreement.ObligationKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The state of the desk at an instant. */
@Schema(name = "Board", description = "How the desk stands; lists are cut, their counts are not")
record BoardResponse(
    Instant at,
    Chosen filter,
    Executor executor,
    OpenCount open,
    Cut<Promise> breached,
    Cut<Promise> atRisk,
    Cut<Held> held,
    Cut<UnansweredEscalation> unacknowledged,
    Cut<Stuck> stuck,
    @Schema(description = "Open and not resolved, the oldest first") List<BoardIncident> oldest,
    @Schema(
            description =
                "When it was looked last for incidents in which nothing moves; null before the"
                    + " first look")
        Instant standstillsAt,
    @Schema(
            description =
                "The release that was live before it was rolled back; null once another is"
                    + " deployed, or if none was rolled back")
        Rollback rollback,
    @Schema(description = "What of changed flows waits; null for who may not check flows")
        FlowChanges.Waiting flows,
    @Schema(description = "Names by sign-in name, of everybody on the board")
        Map<String, String> people,
    @Schema(description = "Time zone of whoever asks", example = "Europe/Berlin") String zone) {

  /** A release whose first incidents failed. */
  @Schema(name = "BoardRollback")
  record Rollback(
      Instant at,
      @Schema(description = "The failed release", example = "Third line (version 7)")
          String release,
      @Schema(description = "The release whose files were deployed again") String restored,
      @Schema(description = "False if that failed: the failed release is still live")
          boolean isDone,
      @Schema(description = "How many incidents had failed") int failedStarts,
      @Schema(description = "Why they failed, or why the rollback failed") String reason) {}

  /** The filter that was asked for. */
  @Schema(name = "BoardFilter")
  record Chosen(String client, String team, Priority priority) {}

  /** How far the engine's executor is behind. */
  @Schema(name = "BoardExecutor", description = "How far the engine is behind with what is due")
  record Executor(
      double lagSeconds,
      @Schema(description = "More than this is too much") long limitSeconds,
      boolean isBehind,
      @Schema(description = "Steps that failed for the last time, whatever the filter")
          long failedSteps) {}

  /** Open incidents, including resolved ones that await confirmation. */
  @Schema(name = "BoardOpen")
  record OpenCount(long total, List<OfPriority> priorities) {}

  /** The priority is null before the first step of the flow. */
  @Schema(name = "BoardPriority")
  record OfPriority(Priority priority, long total, Map<Status, Long> states) {}

  /** The first of a list, and how many there are in all. */
  record Cut<T>(long count, List<T> items) {}

  /** An incident on the board. */
  @Schema(name = "BoardIncident")
  record BoardIncident(
      String number,
      String subject,
      @Schema(description = "Code of the client") String client,
      Priority priority,
      Status status,
      String team,
      String assignee,
      Instant openedAt,
      @Schema(description = "Id of the instance of its flow") String instance) {}

  /** An incident with its most pressing obligation. */
  @Schema(name = "BoardPromise")
  record Promise(
      BoardIncident incident,
      ObligationKind kind,
      @Schema(description = "Until when it was or is to be kept") Instant dueAt) {}

  /** An incident that is on hold longer than promised. */
  @Schema(name = "BoardHold")
  record Held(
      BoardIncident incident,
      HoldReason reason,
      Instant since,
      @Schema(description = "The promised end, or the next look after a reminder") Instant until,
      String owner,
      int reminders) {}

  /** An unanswered escalation. */
  @Schema(name = "BoardEscalation")
  record UnansweredEscalation(
      long id,
      BoardIncident incident,
      EscalationState state,
      Trigger trigger,
      String role,
      String responder,
      Instant since,
      Instant dueAt,
      int round,
      @Schema(description = "Id of the instance of the escalation") String instance) {}

  /** A stuck incident, with all reasons. */
  @Schema(name = "BoardStuck")
  record Stuck(BoardIncident incident, Instant since, List<Reason> reasons) {}

  /** The reasons why an incident is stuck. */
  enum Why {
    NOT_STARTED,
    FAILED_STEP,
    NOBODY_ON_DUTY,
    PAST_PROMISE,
    NO_PROGRESS,
    HANDED_AROUND
  }

  /** One reason why an incident is stuck. */
  @Schema(name = "BoardReason")
  record Reason(
      Why why,
      Instant since,
      @Schema(description = "The step and flow, the team, or null") String place,
      @Schema(description = "In plain words") String detail,
      @Schema(description = "Id of the instance where it is to be seen") String instance) {}
}
