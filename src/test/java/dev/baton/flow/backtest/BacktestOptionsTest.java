package dev.baton.flow.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.flow.backtest.log.IncidentChoice;
import dev.baton.flow.backtest.replay.InvalidUsage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestOptionsTest {

  @Test
  void takesAllIncidentsWhenOnlyALogIsNamed() {
    assertThat(BacktestOptions.parse(List.of("--log", "a.csv")))
        .isEqualTo(
            new BacktestOptions(
                Path.of("a.csv"),
                false,
                IncidentChoice.ALL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Path.of("backtest-report"),
                false));
  }

  @Test
  void understandsEveryOptionInBothSpellings() {
    IncidentChoice choice =
        new IncidentChoice(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 4, 1), 7, 3);
    BacktestOptions wanted =
        new BacktestOptions(
            Path.of("a.csv"),
            false,
            choice,
            null,
            null,
            Path.of("answers.yaml"),
            null,
            null,
            Path.of("live"),
            Path.of("flows"),
            false,
            Path.of("out"),
            false);

    assertThat(
            BacktestOptions.parse(
                List.of(
                    "--log",
                    "a.csv",
                    "--from",
                    "2021-03-01",
                    "--to",
                    "2021-04-01",
                    "--limit",
                    "7",
                    "--sample",
                    "3",
                    "--answers",
                    "answers.yaml",
                    "--live",
                    "live",
                    "--flows",
                    "flows",
                    "--report",
                    "out")))
        .isEqualTo(wanted);
    assertThat(
            BacktestOptions.parse(
                List.of(
                    "--log=a.csv",
                    "--from=2021-03-01",
                    "--to=2021-04-01",
                    "--limit=7",
                    "--sample=3",
                    "--answers=answers.yaml",
                    "--live=live",
                    "--flows=flows",
                    "--report=out")))
        .isEqualTo(wanted);
  }

  @Test
  void helpNeedsNothingElse() {
    assertThat(BacktestOptions.parse(List.of("--help")).help()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--limit 3 | Say which incidents: --log FILE or --desk.",
        "--log | --log needs a value.",
        "--log= | --log needs a value.",
        "--log a --limit 0 | --limit needs a whole number from 1 on, not 0.",
        "--log a --limit many | --limit needs a whole number from 1 on, not many.",
        "--log a --from 1/3/2021 | --from needs a day as yyyy-MM-dd, not 1/3/2021.",
        "--log a --from 2021-03-02 --to 2021-03-02 | --from 2021-03-02 must be before --to"
            + " 2021-03-02.",
        "--log a b | Unknown argument: b",
        "--log a --sample 0 | --sample needs a whole number from 1 on, not 0.",
        "--log a --live b | --live and --in-turn go with --flows DIR.",
        "--log a --flows b --release c | --flows goes with --live; leave out --release and"
            + " --outcomes.",
        "--flow x --log a | Unknown argument: --flow"
      })
  void saysWhatItDoesNotLike(String arguments, String message) {
    assertThatThrownBy(() -> BacktestOptions.parse(List.of(arguments.strip().split(" "))))
        .isInstanceOf(InvalidUsage.class)
        .hasMessage(message);
  }
}
