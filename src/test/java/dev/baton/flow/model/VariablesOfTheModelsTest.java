package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.flow.check.ModelVariables;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VariablesOfTheModelsTest {

  private static final Pattern NAME = Pattern.compile("'[^']*'|[A-Za-z][A-Za-z0-9]*");
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "and", "or", "not", "empty");

  /**
   * Every outcome that a gateway waits for, by a form or by a delegate, how a clock stands, and the
   * priority that makes an incident major.
   */
  private static final Set<String> OUTCOMES =
      Set.of(
          "RUNNING",
          "PAST_DUE",
          "PAUSED",
          "ALL_TOLD",
          "atRisk",
          "pastDue",
          "UPDATE",
          "resolved",
          "hold",
          "passToSecondLine",
          "P1",
          "reassign",
          "askForHelp",
          "duplicate",
          "cancel",
          "resume",
          "extend",
          "remind",
          "confirmed",
          "rejected",
          "related",
          "resolveRelated",
          "now",
          "later",
          "channelDown",
          "undeliverable",
          "sendAgain",
          "takenIn",
          "retry");

  static List<Path> flows() {
    return ModelFiles.flows();
  }

  static List<Path> decisions() {
    return ModelFiles.decisions();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void conditionsAndTimersReadAgreedVariablesOnly(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    Set<String> agreed = ModelVariables.READABLE;
    for (ConditionExpression condition : model.getModelElementsByType(ConditionExpression.class)) {
      assertThat(names(condition.getTextContent())).isSubsetOf(agreed).isNotEmpty();
    }
    for (TimeDate date : model.getModelElementsByType(TimeDate.class)) {
      assertThat(names(date.getTextContent())).containsExactly("dueAt");
    }
    for (CamundaInputParameter input : model.getModelElementsByType(CamundaInputParameter.class)) {
      assertThat(input.getCamundaName()).isIn(ModelVariables.READABLE);
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void conditionsCompareWithOutcomesThatExist(Path file) {
    Set<String> compared = new TreeSet<>();
    for (ConditionExpression condition :
        Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(ConditionExpression.class)) {
      Matcher literal = Pattern.compile("'([^']*)'").matcher(condition.getTextContent());
      while (literal.find()) {
        compared.add(literal.group(1));
      }
    }

    assertThat(OUTCOMES).containsAll(compared);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void decisionsReadAgreedVariablesAreVersionedAndKeptForTwoYears(Path file) {
    var model = Dmn.readModelFromFile(file.toFile());
    for (InputExpression input : model.getModelElementsByType(InputExpression.class)) {
      assertThat(input.getText().getTextContent()).isIn(ModelVariables.READABLE);
    }
    for (Decision decision : model.getModelElementsByType(Decision.class)) {
      assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P730D");
      assertThat(decision.getVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
    }
  }

  private static Set<String> names(String expression) {
    Set<String> names = new HashSet<>();
    Matcher name = NAME.matcher(expression);
    while (name.find()) {
      if (!name.group().startsWith("'") && !WORDS.contains(name.group())) {
        names.add(name.group());
      }
    }
    return names;
  }
}
