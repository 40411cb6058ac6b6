package dev.baton.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an expression of a table reaches in the values that it is given. */
@SuppressWarnings("UnnecessaryStringBuilder") // any object will do
class AllowedFeelValuesTest {

  private final FeelEngine feel = FastFeelEngine.factory().createInstance();

  static Stream<Object> objects() {
    return Stream.of(
        new Object(),
        new StringBuilder("x"),
        new ByteArrayInputStream(new byte[0]),
        new byte[] {1},
        String.class,
        Thread.currentThread(),
        new IllegalStateException("x"),
        new ThreadLocal<>());
  }

  @ParameterizedTest
  @MethodSource("objects")
  void noClassIsReachedThroughAnObject(Object object) {
    for (String expression :
        List.of("x.class.name", "x.class", "x.toString()", "x", "x.getClass()")) {
      assertThatThrownBy(() -> evaluated(expression, object))
          .as(expression)
          .hasMessageContaining("FEEL takes numbers, texts");
    }
    assertThatThrownBy(() -> evaluated("[x][1].class", object)).hasMessageContaining("FEEL takes");
    assertThatThrownBy(
            () ->
                feel.evaluateSimpleUnaryTests(
                    "x.class.name = \"y\"",
                    "x",
                    Variables.putValue("x", object).asVariableContext()))
        .hasMessageContaining("FEEL takes");
  }

  @Test
  void noClassIsReachedThroughAnObjectInAListOrMap() {
    Object object = new StringBuilder("x");

    assertThatThrownBy(() -> evaluated("x[1].class", List.of(object)))
        .hasMessageContaining("FEEL takes");
    assertThatThrownBy(() -> evaluated("x.a.class", Map.of("a", object)))
        .hasMessageContaining("FEEL takes");
    assertThatThrownBy(() -> evaluated("x.a[1].class", Map.of("a", Arrays.asList(object, null))))
        .hasMessageContaining("FEEL takes");
  }

  @Test
  void theScriptEngineThatFeelBringsAlongReachesNoClassEither() {
    ScriptEngine script = new ScriptEngineManager().getEngineByName("feel");
    script.put("x", new StringBuilder("x"));

    assertThatThrownBy(() -> script.eval("x.class.name"))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("FEEL takes");
  }

  @Test
  void scalarsTimesListsAndMapsAreAnswered() {
    assertThat(evaluated("x + 1", 4)).isEqualTo(5L);
    assertThat(evaluated("upper case(x)", "abc")).isEqualTo("ABC");
    assertThat(evaluated("not(x)", true)).isEqualTo(false);
    assertThat(evaluated("x.month", LocalDate.of(2026, 5, 4))).isEqualTo(5L);
    assertThat(evaluated("x[2]", List.of("a", "b"))).isEqualTo("b");
    assertThat(evaluated("x.a + 1", Map.of("a", 1.5))).isEqualTo(2.5);
    assertThat(evaluated("x = null", null)).isEqualTo(true);
  }

  private Object evaluated(String expression, Object x) {
    return feel.evaluateSimpleExpression(
        expression, Variables.putValue("x", x).asVariableContext());
  }
}
