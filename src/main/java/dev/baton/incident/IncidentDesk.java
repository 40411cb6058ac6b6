package dev.baton.incident;

import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * What people do with an incident. Each act completes the task or sends the message that the
 * incident's flow offers; where it offers none, {@link dev.baton.engine.NotOffered} says why. Input
 * is checked by the flow's own steps, as {@link InvalidInput}.
 */
@Service
public class IncidentDesk {

  /** The acting person takes the incident; work begins. */
  public IncidentView claim(IncidentNumber number) {
    throw new UnsupportedOperationException();
  }

  /**
   * Hands the incident to a team, a person, or both. A null team keeps the team; a null assignee
   * with a new team leaves the assignee out, and with neither puts it back to the queue.
   */
  public IncidentView assign(IncidentNumber number, String team, String assignee) {
    throw new UnsupportedOperationException();
  }

  /** Puts the incident back to its team's queue. */
  public IncidentView release(IncidentNumber number) {
    throw new UnsupportedOperationException();
  }

  /** Work begins, by the assignee if there is one. */
  public IncidentView start(IncidentNumber number) {
    throw new UnsupportedOperationException();
  }

  public IncidentView hold(IncidentNumber number, HoldReason reason, Instant until, String note) {
    throw new UnsupportedOperationException();
  }

  public IncidentView resume(IncidentNumber number, String note) {
    throw new UnsupportedOperationException();
  }

  /** Passes the incident to second line. */
  public IncidentView escalate(IncidentNumber number, String note) {
    throw new UnsupportedOperationException();
  }

  /** Resolves it; a resolved incident's resolution is amended, and the confirmation period anew. */
  public IncidentView resolve(IncidentNumber number, ResolutionCode code, String note) {
    throw new UnsupportedOperationException();
  }

  public IncidentView markDuplicate(IncidentNumber number, IncidentNumber original) {
    throw new UnsupportedOperationException();
  }

  /** The requester is content: a resolved incident closes. */
  public IncidentView confirm(IncidentNumber number) {
    throw new UnsupportedOperationException();
  }

  /** The resolution is rejected: a resolved incident is worked on again. */
  public IncidentView reopen(IncidentNumber number, String note) {
    throw new UnsupportedOperationException();
  }

  public IncidentView cancel(IncidentNumber number, String note) {
    throw new UnsupportedOperationException();
  }

  public IncidentView reprioritise(
      IncidentNumber number, Level impact, Level urgency, String note) {
    throw new UnsupportedOperationException();
  }
}
