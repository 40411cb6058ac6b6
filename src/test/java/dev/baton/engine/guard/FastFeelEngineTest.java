package dev.baton.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastFeelEngineTest {

  private final FeelEngine full = new ScalaFeelEngineFactory(List.of()).createInstance();
  private final FeelEngine quick = FastFeelEngine.factory().createInstance();

  static Stream<Arguments> cells() {
    List<String> tests =
        List.of(
            "\"HIGH\"",
            "\"HIGH\",\"LOW\"",
            " \"vpn\" , \"wifi\" ",
            "\"a, b\"",
            "\"\"",
            "\"with \\\"quotes\\\"\"",
            "not(\"HIGH\")",
            "not(null)",
            " not(null) ",
            "true",
            "false",
            "null",
            "other",
            "> 3");
    return tests.stream()
        .flatMap(
            test ->
                Stream.of("HIGH", "LOW", "vpn", "a, b", "", "with \"quotes\"", true, false, 5, null)
                    .map(input -> Arguments.of(test, input)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aCellMeansWhatTheEnginesOwnFeelSays(String test, Object input) {
    VariableContext variables = context(input);

    assertThat(answer(quick, test, variables)).isEqualTo(answer(full, test, variables));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cellInput",
        "other",
        "\"text\"",
        "unknown",
        "cellInput = \"HIGH\"",
        "1 + 1",
        "true"
      })
  void anExpressionMeansWhatTheEnginesOwnFeelSays(String expression) {
    VariableContext variables = context("HIGH");

    assertThat(quick.<Object>evaluateSimpleExpression(expression, variables))
        .isEqualTo(full.<Object>evaluateSimpleExpression(expression, variables));
  }

  private static VariableContext context(Object input) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("cellInput", input);
    variables.put("other", "LOW");
    return Variables.fromMap(variables).asVariableContext();
  }

  /** True, false, or that the cell cannot be answered. */
  private static String answer(FeelEngine feel, String test, VariableContext variables) {
    try {
      return String.valueOf(feel.evaluateSimpleUnaryTests(test, "cellInput", variables));
    } catch (RuntimeException refused) {
      return "refused";
    }
  }
}
