package dev.baton.flow.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.escalation.ResponderNotified;
import dev.baton.escalation.Trigger;
import dev.baton.incident.IncidentNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResponderBehaviourTest {

  private static final ResponderBehaviour ANSWERS =
      new ResponderBehaviour(List.of(2, 10), List.of(30), 0.25);

  @Test
  void theSamePersonOnTheSameRungAnswersAlikeInEveryRun() {
    assertThat(ANSWERS.answer(told(17, 2, 1))).isEqualTo(ANSWERS.answer(told(17, 2, 1)));
  }

  @Test
  void aboutTheWantedShareIsSilentAndTheRestTakesOneOfTheTimes() {
    List<Optional<Duration>> all =
        IntStream.range(0, 4_000).mapToObj(i -> ANSWERS.answer(told(i, 1, 1))).toList();

    assertThat(all.stream().filter(Optional::isEmpty).count()).isBetween(850L, 1_150L);
    assertThat(all.stream().flatMap(Optional::stream).distinct())
        .containsExactlyInAnyOrder(Duration.ofMinutes(2), Duration.ofMinutes(10));
  }

  @Test
  void nobodyIsSilentForEver() {
    ResponderBehaviour never = new ResponderBehaviour(List.of(60), List.of(60), 1);

    assertThat(never.answer(told(1, 4, 2))).isEmpty();
    assertThat(never.answer(told(1, 4, 3))).contains(Duration.ZERO);
    assertThat(never.decision(told(1, 4, 3))).isEqualTo(Duration.ZERO);
  }

  private static ResponderNotified told(int number, int rung, int round) {
    return new ResponderNotified(
        number,
        new IncidentNumber("INC-2016-%06d".formatted(number)),
        Trigger.RESOLUTION_BREACHED,
        rung,
        round,
        Instant.EPOCH,
        "somebody",
        Instant.EPOCH,
        null);
  }
}
