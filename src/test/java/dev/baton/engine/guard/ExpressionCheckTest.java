package dev.baton.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the check reads an expression as the engine does that runs it. */
class ExpressionCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${'}'.getClass()}",
        "${'}' == '' ? 1 : ''.getClass()}",
        "#{\"}\".getClass()}",
        "${'\\''.getClass()}",
        "${'a\\\\'.getClass()}",
        "${\"'\".getClass()} and ${'\"'}",
        "it's ${''.getClass()} and it's over",
        "\"${''.getClass()}\"",
        "'${execution.processEngineServices}'",
        "${x['class']}",
        "${x [ 'class' ]}",
        "${x.\nclass}",
        "${ x . getClass ( ) }",
        "${a}${b.class}",
        "${a} text ${c.class}",
        "${not empty x.class}",
        "${x.contains(y.getClass())}",
        "${now().getClass()}",
        "${T(java.lang.Runtime)}",
        "${java.lang.Runtime}",
        "${(x -> x.class)(1)}",
        "${[1, 2].stream()}",
        "${''.class",
        "${''.class}}${"
      })
  void whatReachesForMoreIsFound(String text) {
    assertThat(ExpressionCheck.flaws(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no expression",
        "${incidentNumber}",
        "#{execution.processBusinessKey}",
        "${outcome == 'resolved'}",
        "${outcome == '}'}",
        "${priority == 'P1' ? 60 : (priority == \"P2\" ? 50 : 30)}",
        "${not empty holdReason and team != 'x.class'}",
        "${dateTime().plusHours(4).toDate()}",
        "${team.contains('net') || tier.equals('GOLD')}",
        "Call ${client}: ${subject}"
      })
  void whatModelsSayIsNot(String text) {
    assertThat(ExpressionCheck.flaws(text)).isEmpty();
  }

  @Test
  void aVeryLongOrDeepExpressionIsRefusedAndNotRead() {
    assertThat(ExpressionCheck.flaws("${" + "(".repeat(9_000) + "1" + ")".repeat(900) + "}"))
        .isNotEmpty();
    assertThat(ExpressionCheck.flaws("${" + "1+".repeat(200_000) + "1}")).isNotEmpty();
  }
}
