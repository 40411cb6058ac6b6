package dev.baton.flow.backtest.replay;

import dev.baton.escalation.ResponderNotified;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How notified people respond. It follows from the incident's number, the rung and the round alone,
 * so that a second run is the same.
 *
 * @param answersWithin minutes, of which one is taken for each answer
 * @param decidesWithin minutes after the answer
 * @param silentShare the share of notified people who never answer: 0 to 1
 */
record ResponderBehaviour(
    List<Integer> answersWithin, List<Integer> decidesWithin, double silentShare) {

  /** No one stays silent for ever: after this many notifications, the person answers at once. */
  private static final int PATIENCE_ROUNDS = 3;

  ResponderBehaviour {
    answersWithin = List.copyOf(answersWithin);
    decidesWithin = List.copyOf(decidesWithin);
  }

  /** Returns how long after the notification the person answers; empty for never. */
  Optional<Duration> answer(ResponderNotified told) {
    if (told.round() >= PATIENCE_ROUNDS) {
      return Optional.of(Duration.ZERO);
    }
    int lot = lot(told, 1);
    return lot % Lot.GRAIN < silentShare * Lot.GRAIN
        ? Optional.empty()
        : Optional.of(oneOf(answersWithin, lot(told, 2)));
  }

  /** How long after the answer the person decides. */
  Duration decision(ResponderNotified told) {
    return told.round() >= PATIENCE_ROUNDS ? Duration.ZERO : oneOf(decidesWithin, lot(told, 3));
  }

  private static Duration oneOf(List<Integer> minutes, int lot) {
    return Duration.ofMinutes(minutes.get(lot % minutes.size()));
  }

  private static int lot(ResponderNotified told, int question) {
    return Lot.of(told.incident().value(), told.rung(), told.round(), question);
  }
}
