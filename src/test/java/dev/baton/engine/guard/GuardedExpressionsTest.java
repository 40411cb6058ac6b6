package dev.baton.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("UnnecessaryStringBuilder") // any object will do
class GuardedExpressionsTest {

  private final GuardedExpressions expressions =
      new GuardedExpressions(Map.of("route", new StringBuilder("a building block")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass()}",
        "${''.class}",
        "${''['class']}",
        "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null)}",
        "${''.bytes}",
        "${''.concat('x')}",
        "${dateTime().getZone().setDefault(null)}",
        "${dateTime().class.classLoader}",
        "${route.toString()}",
        "${route.append('x')}",
        "${1.class}",
        "${T(java.lang.Runtime).getRuntime()}",
        "${jdbcTemplate}",
        "${applicationContext.getBean('jdbcTemplate')}",
        "${environment.systemProperties}"
      })
  void nothingIsReachedBeyondVariablesAndBuildingBlocks(String expression) {
    assertThatThrownBy(() -> value(expression)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void whatModelsAndFiltersAskForIsAnswered() {
    expressions.addFunction(
        DateTimeFunctions.DATE_TIME,
        ReflectUtil.getMethod(DateTimeFunctions.class, DateTimeFunctions.DATE_TIME));

    assertThat(value("${route}")).hasToString("a building block");
    assertThat(value("${'P1' == 'P1' ? 60 : 30}")).isEqualTo(60L);
    assertThat(value("${'a text'.contains('tex')}")).isEqualTo(true);
    assertThat(value("${dateTime().plusHours(4)}")).isNotNull();
  }

  private Object value(String expression) {
    return expressions
        .createValueExpression(expression)
        .getValue(expressions.getElContext((VariableScope) null));
  }
}
