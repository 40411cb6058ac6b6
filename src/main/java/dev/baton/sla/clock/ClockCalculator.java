package dev.baton.sla.clock;

import dev.baton.incident.HoldReason;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Computes what a clock shows: a pure function of the terms, the events and the current time. No
 * running totals are stored, so a deadline computed after each event equals one computed from all
 * events at the end.
 */
public final class ClockCalculator {

  private final ObligationKind kind;
  private final List<ClockSegment> segments = new ArrayList<>();
  private final List<ClockSnapshot.Run> runs = new ArrayList<>();

  private Terms terms;
  private Instant position;
  private Instant startedAt;
  private HoldReason hold;
  private boolean resolved;
  private boolean answered;
  private Instant metAt;
  private Instant endedAt;
  private boolean closed;
  private boolean lapsed;
  private boolean unanswered;
  private int epoch;
  private int roundEpoch;
  private Instant epochAt;
  private boolean retargeted;
  private Instant earlierBreach;
  private boolean lateRound;
  private boolean metRound;
  private ClockEvent.Type cause;
  private String actor = "flow";

  private ClockCalculator(ObligationKind kind, Instant openedAt, Terms agreed) {
    this.kind = kind;
    this.terms = agreed;
    this.position = openedAt;
    this.epochAt = openedAt;
  }

  /**
   * @param agreed the terms under which the incident was opened
   * @param events in the order in which they happened; events after now are ignored
   */
  public static ClockSnapshot read(
      ObligationKind kind, Instant openedAt, Terms agreed, List<ClockEvent> events, Instant now) {
    ClockCalculator clock = new ClockCalculator(kind, openedAt, agreed);
    if (agreed.starts() == ClockStart.CONTACT || agreed.starts() == ClockStart.OPENED) {
      clock.start(openedAt);
    }
    for (ClockEvent event : events) {
      if (event.at().isAfter(now)) {
        break;
      }
      clock.take(event);
    }
    if (clock.endedAt == null) {
      clock.passTo(now);
    }
    return clock.reading(now);
  }

  private void take(ClockEvent event) {
    if (endedAt != null) {
      if (event.type() != ClockEvent.Type.REOPENED || !closed) {
        return;
      }
      endedAt = null;
      closed = false;
    }
    passTo(event.at());
    apply(event);
  }

  /**
   * Ends the current segment here. An event out of order counts at the time of the previous one.
   */
  private void passTo(Instant to) {
    if (!to.isAfter(position)) {
      return;
    }
    ClockState state = state();
    ClockSegment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
    if (last != null && continues(last, state)) {
      segments.set(
          segments.size() - 1,
          new ClockSegment(
              last.from(), to, state, last.hold(), last.cause(), last.actor(), last.terms()));
    } else {
      segments.add(new ClockSegment(position, to, state, shownHold(state), cause, actor, terms));
    }
    if (state == ClockState.RUNNING) {
      addRun(to);
    }
    position = to;
  }

  private boolean continues(ClockSegment last, ClockState state) {
    return last.state() == state
        && last.hold() == shownHold(state)
        && last.terms().equals(terms)
        && !(state == ClockState.RUNNING && startedAt.equals(position));
  }

  private HoldReason shownHold(ClockState state) {
    return state == ClockState.PAUSED && !resolved ? hold : null;
  }

  private void addRun(Instant to) {
    ClockSnapshot.Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last != null && last.to().equals(position) && last.terms().equals(terms)) {
      runs.set(runs.size() - 1, new ClockSnapshot.Run(last.from(), to, terms));
    } else {
      runs.add(new ClockSnapshot.Run(position, to, terms));
    }
  }

  private void apply(ClockEvent event) {
    switch (event.type()) {
      case ASSIGNED -> assigned();
      case ANSWERED -> answered();
      case CLIENT_WROTE -> clientWrote();
      case HELD -> hold = event.reason();
      case RESUMED -> hold = null;
      case RETARGETED -> retarget(event.terms());
      case RESOLVED -> resolved();
      case REOPENED -> reopened();
      case CLOSED -> closed();
      case CANCELLED -> end();
    }
    cause = event.type();
    actor = event.actor();
  }

  private void assigned() {
    if (terms.starts() == ClockStart.ASSIGNED && startedAt == null) {
      start(position);
    }
  }

  private void answered() {
    if (kind == ObligationKind.RESPONSE && startedAt == null) {
      start(position);
    }
    if (kind == ObligationKind.RESPONSE && metAt == null) {
      metAt = position;
      endedAt = position;
    }
    if (kind == ObligationKind.UPDATE) {
      answered = true;
      unanswered = false;
      endRound();
      if (terms.starts() == ClockStart.LAST_MESSAGE && !resolved) {
        startRound();
      }
    }
  }

  private void clientWrote() {
    unanswered = kind == ObligationKind.UPDATE && answered;
    if (unanswered && startedAt == null && !resolved) {
      startRound();
    }
  }

  private void retarget(Terms to) {
    if (to == null) {
      lapsed = true;
      end();
      return;
    }
    if (to.equals(terms)) {
      return;
    }
    earlierBreach = breach(position);
    terms = to;
    epoch++;
    epochAt = position;
    retargeted = true;
  }

  private void resolved() {
    if (resolved) {
      return; // the resolution was amended
    }
    resolved = true;
    hold = null;
    unanswered = false;
    if (kind == ObligationKind.RESOLUTION && terms.stops() == ClockStop.RESOLVED) {
      metAt = position;
    }
    if (kind == ObligationKind.UPDATE) {
      endRound();
    }
  }

  private void reopened() {
    resolved = false;
    if (kind == ObligationKind.RESOLUTION) {
      metAt = null;
    }
    boolean newsIsOwed = unanswered || (answered && terms.starts() == ClockStart.LAST_MESSAGE);
    if (kind == ObligationKind.UPDATE && newsIsOwed) {
      startRound();
    }
  }

  private void closed() {
    hold = null;
    closed = true;
    resolved = true;
    if (kind == ObligationKind.RESOLUTION && metAt == null) {
      metAt = position;
    }
    end();
  }

  private void end() {
    endedAt = position;
  }

  private void start(Instant at) {
    startedAt = at;
  }

  private void startRound() {
    start(position);
    runs.clear();
    if (metRound || lateRound) {
      epoch++;
    }
    roundEpoch = epoch;
    epochAt = position;
    retargeted = false;
    earlierBreach = null;
  }

  private void endRound() {
    if (startedAt == null) {
      return;
    }
    boolean late = breach(position) != null;
    lateRound |= late;
    metRound |= !late;
    startedAt = null;
    runs.clear();
  }

  private ClockState state() {
    if (kind == ObligationKind.RESOLUTION && metAt != null) {
      return verdict(metAt);
    }
    if (startedAt == null) {
      return ClockState.WAITING;
    }
    boolean stands =
        (resolved && terms.stops() != ClockStop.CLOSED)
            || (kind != ObligationKind.RESPONSE && hold != null && terms.pausedBy().contains(hold));
    return stands ? ClockState.PAUSED : ClockState.RUNNING;
  }

  private ClockState verdict(Instant at) {
    return breach(at) == null ? ClockState.MET : ClockState.BREACHED;
  }

  private Instant due(List<ClockSnapshot.Run> measured) {
    return startedAt == null
        ? null
        : ClockSnapshot.reached(measured, terms.budget(startedAt)).orElse(null);
  }

  /** When it became late, as seen from this instant; null if it did not. */
  private Instant breach(Instant at) {
    Instant due = due(runs);
    if (due == null || !at.isAfter(due)) {
      return null;
    }
    if (retargeted && due.isBefore(epochAt)) {
      return earlierBreach != null ? earlierBreach : epochAt;
    }
    return due;
  }

  private ClockSnapshot reading(Instant now) {
    Instant looked = endedAt != null ? endedAt : now;
    Instant end = metAt != null ? metAt : looked;
    ClockState state = endedAt != null ? ending(end) : state();
    List<ClockSnapshot.Run> measured = new ArrayList<>(runs);
    if (endedAt == null && state == ClockState.RUNNING) {
      keepRunning(measured);
    }
    Instant due = due(metAt == null ? measured : hadItNotBeenMet());
    Instant breachedAt = breach(end);
    boolean byRetarget = breachedAt != null && retargeted && Objects.equals(breachedAt, epochAt);
    Duration used =
        runs.stream().map(run -> run.used(looked)).reduce(Duration.ZERO, Duration::plus);
    return new ClockSnapshot(
        state,
        terms,
        startedAt,
        used,
        startedAt == null ? null : terms.budget(startedAt),
        due,
        breachedAt,
        byRetarget ? ClockEvent.Type.RETARGETED : null,
        metAt,
        endedAt,
        epoch,
        roundEpoch,
        epochAt,
        List.copyOf(segments),
        List.copyOf(measured));
  }

  /** For the deadline it had: the last run continues if the clock was met while running. */
  private List<ClockSnapshot.Run> hadItNotBeenMet() {
    List<ClockSnapshot.Run> open = new ArrayList<>(runs);
    int last = open.size() - 1;
    if (last >= 0 && open.get(last).to().equals(metAt)) {
      open.set(last, new ClockSnapshot.Run(open.get(last).from(), null, open.get(last).terms()));
    }
    return open;
  }

  private void keepRunning(List<ClockSnapshot.Run> measured) {
    ClockSnapshot.Run last = measured.isEmpty() ? null : measured.get(measured.size() - 1);
    if (last != null && last.to().equals(position) && last.terms().equals(terms)) {
      measured.set(measured.size() - 1, new ClockSnapshot.Run(last.from(), null, terms));
    } else {
      measured.add(new ClockSnapshot.Run(position, null, terms));
    }
  }

  private ClockState ending(Instant at) {
    if (kind == ObligationKind.UPDATE) {
      if (lateRound || breach(at) != null) {
        return ClockState.BREACHED;
      }
      return metRound && !lapsed ? ClockState.MET : ClockState.STOPPED;
    }
    if (breach(at) != null) {
      return ClockState.BREACHED;
    }
    return metAt != null ? ClockState.MET : ClockState.STOPPED;
  }
}
