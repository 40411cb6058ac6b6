package dev.baton.flow.backtest.replay;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the one clock from event to event, and lets every timer fire, and everybody who has
 * something to do act, at their own instants between.
 */
public final class SimulatedTime {

  private static final Logger log = LoggerFactory.getLogger(SimulatedTime.class);

  private final EngineClock clock;
  private final DueJobs jobs;
  private final Agenda agenda;
  private Instant now = Instant.MIN;
  private Instant next = Instant.MAX;
  private int fired;
  private int failed;

  public SimulatedTime(EngineClock clock, DueJobs jobs, Agenda agenda) {
    this.clock = clock;
    this.jobs = jobs;
    this.agenda = agenda;
  }

  /**
   * Lets everything happen that is due until then, each at its time; then it is that instant. Where
   * a timer and a person meet, the timer comes first.
   */
  void advanceTo(Instant instant) {
    for (Instant planned = agenda.next();
        !next.isAfter(instant) || !planned.isAfter(instant);
        planned = agenda.next()) {
      if (!next.isAfter(planned)) {
        fire();
      } else {
        travelTo(planned.isBefore(now) ? now : planned);
        agenda.actOnNext();
        settle();
      }
    }
    travelTo(instant);
  }

  private void fire() {
    travelTo(next.isBefore(now) ? now : next);
    fired += runDue();
    Instant following = jobs.nextDue().orElse(Instant.MAX);
    if (following.isAfter(next)) {
      next = following;
    } else {
      log.warn("A job due at {} does not run; it is left alone", following);
      next = Instant.MAX;
    }
  }

  /** After something was done: what the flow put off runs, and new timers are seen. */
  void settle() {
    next = jobs.nextDueOrNow().orElse(Instant.MAX);
    if (!next.isAfter(now)) {
      runDue();
      next = jobs.nextDue().orElse(Instant.MAX);
    }
  }

  /** How many timers fired by the passing of time. */
  public int fired() {
    return fired;
  }

  /** How many times a job failed. */
  public int failed() {
    return failed;
  }

  private void travelTo(Instant instant) {
    now = instant;
    clock.travelAlone(instant);
  }

  private int runDue() {
    try {
      return jobs.runDue();
    } catch (RuntimeException e) {
      failed++;
      log.warn("A job failed at {}: {}", now, e.toString());
      return 0;
    }
  }
}
