package dev.baton.flow.backtest.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.UserTaskKind;
import dev.baton.flow.backtest.replay.InvalidUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerScriptTest {

  private static final ScriptedStep APPROVE =
      new ScriptedStep("flow", "approve", "Approve it", UserTaskKind.APPROVAL, null, true, false);

  @TempDir Path folder;

  private AnswerScript script(String text) throws IOException {
    return AnswerScript.in(Files.writeString(folder.resolve("answers.yaml"), text));
  }

  @Test
  void namesAStepByItsIdItsLabelOrItsKindAndTakesTheFirstThatFits() throws IOException {
    AnswerScript script =
        script(
            """
            answers:
              - label: another
                after: 1
              - kind: approval
                after: 2
              - step: approve
                after: 3
            default: {after: 4}
            """);

    assertThat(script.named(APPROVE).orElseThrow().after("INC-1", "x", 1))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(script.others().after("INC-1", "x", 1)).isEqualTo(Duration.ofMinutes(4));
    assertThat(script.unknown(List.of(APPROVE))).containsExactly("another");
  }

  @Test
  void givesEachOutcomeItsShareAndTheSameIncidentTheSameAnswer() throws IOException {
    StepAnswers answers =
        script(
                """
                answers:
                  - step: approve
                    after: [5, 10]
                    outcomes:
                      - share: 0.75
                        values: {outcome: approved}
                      - share: 0.25
                        values: {outcome: rejected}
                """)
            .named(APPROVE)
            .orElseThrow();

    List<Map<String, Object>> given =
        IntStream.range(0, 2_000)
            .mapToObj(number -> answers.values("INC-2026-%06d".formatted(number), "a/b", 1))
            .toList();
    assertThat(given.stream().filter(Map.of("outcome", "approved")::equals).count())
        .isBetween(1_400L, 1_600L);
    assertThat(answers.values("INC-2026-000007", "a/b", 1)).isEqualTo(given.get(7));
  }

  @Test
  void withoutAFileEverybodyAnswersAfterAnHourWithTheDefaults() {
    StepAnswers others = AnswerScript.in(null).others();

    assertThat(others.after("INC-1", "a/b", 1)).isEqualTo(Duration.ofHours(1));
    assertThat(others.values("INC-1", "a/b", 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "answers: [{after: 5}] | answers[0] must name one of step, label and kind",
        "answers: [{step: a, label: b}] | answers[0] must name one of step, label and kind",
        "answers: [{kind: signature}] | answers[0].kind is 'signature'; accepted: work, hold",
        "answers: [{step: a, after: -1}] | answers[0].after is [-1]; accepted: minutes from 0 on",
        "answers: [{step: a, outcomes: [{share: 2}]}] | answers[0].outcomes[0].share is 2.0",
        "answers: [{step: a, outcomes: [{share: 0.5}]}] | have shares of 0.5 together",
        "answers: [{task: a}] | answers[0].task is unknown; accepted: after, kind, label"
      })
  void namesTheFieldThatMakesNoSense(String text, String message) {
    assertThatThrownBy(() -> script(text))
        .isInstanceOf(InvalidUsage.class)
        .hasMessageContaining("answers.yaml")
        .hasMessageContaining(message);
  }
}
