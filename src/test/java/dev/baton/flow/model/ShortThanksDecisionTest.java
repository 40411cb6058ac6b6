package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortThanksDecisionTest {

  private final DecisionUnderTest thanks =
      new DecisionUnderTest(Path.of("processes/short-thanks.dmn"), "short-thanks");

  @ParameterizedTest(name = "{0}, question {1}, {2} words: {3}")
  @CsvSource({
    "THANKS, true, 5, reopen",
    "PROBLEM, false, 5, reopen",
    "THANKS, false, 1, note",
    "THANKS, false, 20, note",
    "THANKS, false, 21, reopen",
    "EMPTY, false, 0, note",
    "EMPTY, true, 0, reopen",
    "OTHER, false, 2, reopen",
  })
  void onlyShortThanksAreANote(String phrases, boolean question, int words, String effect) {
    assertThat(
            thanks.evaluate(
                Variables.putValue("phrases", phrases)
                    .putValue("hasQuestion", question)
                    .putValue("words", words)))
        .isEqualTo(effect);
  }

  @Test
  void everyRuleIsTestedAbove() {
    assertThat(thanks.rules("short-thanks")).isEqualTo(5);
  }
}
