package dev.baton.intake.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.fuzz.Costs;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelExpressionTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void matchesTheWholeValue() {
    assertThat(LabelExpression.of("db-[0-9]+").matches("db-12")).isTrue();
    assertThat(LabelExpression.of("db-[0-9]+").matches("db-12.example")).isFalse();
    assertThat(LabelExpression.of("(?i)DB.*|web").matches("db1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".*.*.*.*.*.*.*.*.*.*.*x", "(a+)+b", "(a|aa)*b", "(.*a){11}"})
  void costsInProportionToTheValue(String expression) {
    LabelExpression label = LabelExpression.of(expression);

    double growth = Costs.growth(2_000, "a"::repeat, label::matches);

    assertThat(growth).isLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(a)\\1", "(?=a)b", "(?<!a)b", "(", "a{1001}", "((a{100}){100}){100}", ""})
  void refusesWhatRe2DoesNotTake(String expression) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> LabelExpression.of(expression));
  }

  @Test
  void aStoredSilenceThatCannotBeCompiledKeepsNothingQuiet() {
    Silence old = silence(1, "(a)\\1");
    Silence sound = silence(2, "b.*");

    SilenceFilter filter = SilenceFilter.of(List.of(old, sound), "s", NOW);

    assertThat(filter.covers(Map.of("host", "aa"))).isFalse();
    assertThat(filter.covers(Map.of("host", "bc"))).isTrue();
  }

  private static Silence silence(long id, String expression) {
    return new Silence(
        id,
        null,
        List.of(new Silence.Matcher("host", expression, true)),
        NOW.minusSeconds(1),
        NOW.plusSeconds(1),
        null,
        "a");
  }
}
