package dev.baton.flow.backtest.replay;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.escalation.Decision;
import dev.baton.escalation.DecisionInput;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.EscalationView;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.ResponderNotified;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Plays the people to whom incidents are escalated: each answers after a while, or not at all, and
 * then stands down, so that the incident stays as in the log.
 */
public final class ScriptedResponder implements Agenda {

  private static final DecisionInput STAND_DOWN =
      new DecisionInput(Decision.STAND_DOWN, null, null, null, null, "Goes on as recorded.", false);

  private final ResponderBehaviour answers;
  private final NotifiedPeople people;
  private final Escalations escalations;
  private final ActingPerson actingPerson;
  private final Clock clock;
  private final PriorityQueue<Planned> plans =
      new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingInt(Planned::order));
  private int planned;

  public ScriptedResponder(
      ResponderBehaviour answers,
      NotifiedPeople people,
      Escalations escalations,
      ActingPerson actingPerson,
      Clock clock) {
    this.answers = answers;
    this.people = people;
    this.escalations = escalations;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /** What somebody will do: answer, or decide where the answer was given. */
  private record Planned(Instant at, int order, ResponderNotified told, boolean isDecision) {}

  @Override
  public Instant next() {
    for (Optional<ResponderNotified> told = people.take(); told.isPresent(); told = people.take()) {
      ResponderNotified whom = told.get();
      answers.answer(whom).ifPresent(after -> plan(clock.instant().plus(after), whom, false));
    }
    return plans.isEmpty() ? Instant.MAX : plans.peek().at();
  }

  private void plan(Instant at, ResponderNotified told, boolean isDecision) {
    plans.add(new Planned(at, planned++, told, isDecision));
  }

  @Override
  public void actOnNext() {
    Planned next = plans.remove();
    ResponderNotified told = next.told();
    if (stillAwaits(next)) {
      actingPerson.as(
          new Actor(told.person(), "Back-test"),
          () -> {
            if (next.isDecision()) {
              escalations.decide(told.escalation(), STAND_DOWN);
            } else {
              escalations.acknowledge(told.escalation());
              plan(clock.instant().plus(answers.decision(told)), told, true);
            }
          });
    }
  }

  /** Whether the escalation has neither moved on to someone else nor ended. */
  private boolean stillAwaits(Planned next) {
    EscalationView current = escalations.get(next.told().escalation());
    EscalationState awaited =
        next.isDecision() ? EscalationState.ACKNOWLEDGED : EscalationState.TOLD;
    return current.state() == awaited
        && next.told().person().equals(current.responder())
        && next.told().rung() == current.rung()
        && next.told().round() == current.round();
  }
}
