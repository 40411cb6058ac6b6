package dev.baton.incident.history;

import dev.baton.engine.Actor;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Visibility;
import java.time.Instant;

/**
 * Something that happened to an incident. What does not belong to its kind is null.
 *
 * @param actor sign-in name, or that of the flow
 * @param isByFlow whether the flow did it by itself: a timer or a job
 * @param team of a route or a reassignment
 * @param person sign-in name; null for nobody
 * @param impact of a reassessment, as urgency
 * @param original the incident that it duplicates
 * @param contact what was said
 */
public record HistoryEvent(
    Instant at,
    HistoryEventKind kind,
    String actor,
    boolean isByFlow,
    String team,
    String person,
    Level impact,
    Level urgency,
    Priority priority,
    HoldReason holdReason,
    Instant holdUntil,
    ResolutionCode resolution,
    String original,
    HistoryContact contact) {

  /**
   * One exchange, without its words.
   *
   * @param isTold whether the flow heard of it; mere thanks and machines' notes it did not
   */
  public record HistoryContact(
      ContactKind kind,
      Direction direction,
      Channel channel,
      Visibility visibility,
      boolean isTold) {}

  /** An event of this kind by itself. */
  static HistoryEvent of(Instant at, HistoryEventKind kind, Actor actor) {
    return new HistoryEvent(
        at,
        kind,
        actor.name(),
        actor.isFlow(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  HistoryEvent withTeam(String code, String login) {
    return new HistoryEvent(
        at, kind, actor, isByFlow, code, login, null, null, null, null, null, null, null, null);
  }

  HistoryEvent withLevels(Level newImpact, Level newUrgency) {
    return new HistoryEvent(
        at,
        kind,
        actor,
        isByFlow,
        null,
        null,
        newImpact,
        newUrgency,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  HistoryEvent withPriority(Priority given) {
    return new HistoryEvent(
        at, kind, actor, isByFlow, null, null, null, null, given, null, null, null, null, null);
  }

  HistoryEvent withHold(HoldReason reason, Instant until) {
    return new HistoryEvent(
        at, kind, actor, isByFlow, null, null, null, null, null, reason, until, null, null, null);
  }

  HistoryEvent withResolution(ResolutionCode code) {
    return new HistoryEvent(
        at, kind, actor, isByFlow, null, null, null, null, null, null, null, code, null, null);
  }

  HistoryEvent withOriginal(String number) {
    return new HistoryEvent(
        at, kind, actor, isByFlow, null, null, null, null, null, null, null, null, number, null);
  }

  HistoryEvent withContact(HistoryContact said) {
    return new HistoryEvent(
        at, kind, actor, isByFlow, null, null, null, null, null, null, null, null, null, said);
  }
}
