package dev.baton.flow.backtest.outcome;

import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.sla.agreement.ObligationKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of one incident. Instants are UTC.
 *
 * @param incident as the log calls it
 * @param number Baton's own; null if the flow refused the report, and then there is no more
 * @param month of its opening, such as {@code 2016-03}
 * @param promises by kind; a kind that was never promised is missing
 * @param steps what it passed, by {@code process/step}
 * @param work completed user tasks by {@code role/team}, either of which may be empty
 * @param escalations people told, by rung and role, such as {@code 1 senior-agent}
 * @param messages to the client, by event
 * @param refusals why events of the log were not replayed, each reason once
 * @param postponed how many steps of the log came late, after work that the log does not know
 */
public record IncidentOutcome(
    String incident,
    String number,
    String client,
    String month,
    Priority priority,
    Status status,
    String team,
    String assignee,
    int reassignments,
    int reopenings,
    Instant resolvedAt,
    Instant closedAt,
    Map<ObligationKind, Promise> promises,
    Map<String, Visits> steps,
    Map<String, Integer> work,
    Map<String, Integer> escalations,
    Map<String, Integer> messages,
    List<String> refusals,
    int postponed) {

  /**
   * What became of a promise.
   *
   * @param dueAt null while the clock rests
   */
  public record Promise(Verdict verdict, Instant dueAt) {}

  /** How a promise ended. */
  public enum Verdict {
    KEPT,
    BROKEN,
    /** It still runs. */
    OPEN,
    /** The incident was cancelled. */
    CANCELLED,
    /** There was none, or it was withdrawn, such as by another priority. */
    NOT_PROMISED
  }

  /**
   * The visits of one incident to one step.
   *
   * @param stays how long each of those lasted that have ended, in seconds, shortest first; empty
   *     at a step that does not wait
   */
  public record Visits(int count, List<Long> stays) {}

  /** The end of the promise of this kind. */
  public Verdict verdict(ObligationKind kind) {
    Promise promise = promises.get(kind);
    return promise == null ? Verdict.NOT_PROMISED : promise.verdict();
  }
}
