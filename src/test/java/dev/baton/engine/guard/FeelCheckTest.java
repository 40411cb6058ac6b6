package dev.baton.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEEL that would hold a thread for ever, or fill the memory, does not begin. */
class FeelCheckTest {

  private final FeelEngine feel = FastFeelEngine.factory().createInstance();
  private final VariableContext variables =
      Variables.putValue("x", "a").putValue("xs", List.of(1, 2, 3)).asVariableContext();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1..1000000000 return i",
        "count(for i in 1..1000000000 return i) > 1",
        "/* \" */ for i in 1..1000000000 return i /* \" */",
        "if some i in 1..1000000000 satisfies i < 0 then 1 else 2",
        "every i in 1..1000000000 satisfies i > 0",
        "for i in xs, j in xs, k in xs return i",
        "for i in xs return for j in xs return j",
        "xs[count(xs[item > 1]) > item]",
        "some i in xs satisfies some j in xs satisfies false",
        "for i in concatenate(xs, xs) return i",
        "{f: function(n) f(n) + f(n), y: f(1)}.y",
        "{a: x + x, b: a + a, c: b + b}.c",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
        "replace(x, \"(a+)+$\", \"b\")",
        "split(x, \"(a+)+$\")",
        "decimal(1, 2000000000)",
        "decimal(1, count(xs) * 1000000000)",
        "round up(1, 2000000000)"
      })
  void whatMightNeverEndIsRefused(String expression) {
    assertThat(FeelCheck.flaws(expression)).isNotEmpty();
    assertThatThrownBy(() -> feel.evaluateSimpleExpression(expression, variables))
        .hasMessageContaining("FEEL may not have");
    assertThatThrownBy(
            () -> feel.evaluateSimpleUnaryTests("? = (" + expression + ")", "x", variables))
        .hasMessageContaining("FEEL may not have");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(xs) > 2",
        "some i in xs satisfies i = 2",
        "every i in [1, 2] satisfies i > 0",
        "sum(for i in xs return i * 2) = 12",
        "xs[item > 1][1] = 2",
        "contains(x, \"a\") and starts with(x, \"a\")",
        "decimal(1.234, 2) = 1.23",
        "if x = \"a\" then true else false",
        "2 in [1..10]"
      })
  void whatTablesSayIsNot(String expression) {
    assertThat(FeelCheck.flaws(expression)).isEmpty();
    assertThat(feel.<Object>evaluateSimpleExpression(expression, variables)).isEqualTo(true);
  }

  @Test
  void textsThatTheReaderCannotTakeAreNotRead() {
    assertThat(FeelCheck.flaws("(".repeat(400) + "1" + ")".repeat(400))).isNotEmpty();
    assertThat(FeelCheck.flaws("x + ".repeat(2_000) + "x")).isNotEmpty();
    assertThat(FeelCheck.flaws("if true then ".repeat(300) + "1")).isNotNull();
  }

  /** One after the other: each is the input of the next. */
  @Test
  void resultsDoNotGrowWithoutEnd() {
    String text = "x".repeat(4_000);
    String twice = String.join(" + ", IntStream.range(0, 100).mapToObj(i -> "x").toList());

    assertThatThrownBy(
            () ->
                feel.evaluateSimpleExpression(
                    twice, Variables.putValue("x", text).asVariableContext()))
        .hasMessageContaining("at most 100,000 characters");
  }
}
