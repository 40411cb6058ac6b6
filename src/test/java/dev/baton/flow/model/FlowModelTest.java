package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.Translation;
import dev.baton.engine.UserTaskKind;
import dev.baton.engine.release.TaskProperties;
import dev.baton.flow.check.ModelVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowModelTest {

  private static final String BEAN = "\\$\\{[a-z][A-Za-z0-9]*}";

  static List<Path> flows() {
    return ModelFiles.flows();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void isValidNamedAfterItsFileVersionedAndKeptForTwoYears(Path file) {
    Process process = all(file, Process.class).iterator().next();

    assertThat(file).hasFileName(process.getId() + ".bpmn");
    assertThat(process.getName()).isNotBlank();
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(process.getCamundaHistoryTimeToLiveString())
        .isEqualTo(isCheckOfEveryFewMinutes(file) ? "P14D" : "P730D");
  }

  /** It would keep a hundred thousand runs a year that found nothing. */
  private static boolean isCheckOfEveryFewMinutes(Path file) {
    return all(file, TimerEventDefinition.class).stream()
        .map(TimerEventDefinition::getTimeCycle)
        .anyMatch(cycle -> cycle != null && cycle.getTextContent().startsWith("R/"));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void stepsCallBeansByNameAndNothingElse(Path file) throws IOException {
    for (ServiceTask task : all(file, ServiceTask.class)) {
      assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches(BEAN);
    }
    for (ThrowEvent event : all(file, ThrowEvent.class)) {
      for (MessageEventDefinition message :
          event.getChildElementsByType(MessageEventDefinition.class)) {
        assertThat(message.getCamundaDelegateExpression()).as(event.getId()).matches(BEAN);
      }
    }
    for (CamundaExecutionListener listener : all(file, CamundaExecutionListener.class)) {
      assertThat(listener.getCamundaDelegateExpression()).matches(BEAN);
    }
    for (CamundaTaskListener listener : all(file, CamundaTaskListener.class)) {
      assertThat(listener.getCamundaDelegateExpression()).matches(BEAN);
    }
    assertThat(all(file, ScriptTask.class)).isEmpty();
    assertThat(all(file, CamundaScript.class)).isEmpty();
    assertThat(Files.readString(file))
        .doesNotContain(
            "camunda:class", "camunda:expression", "scriptFormat", " class=\"", " expression=\"");
  }

  @ParameterizedTest
  @MethodSource("flows")
  void idsSpeak(Path file) {
    for (BaseElement element : all(file, BaseElement.class)) {
      if (element instanceof Process || element.getId() == null) {
        continue;
      }
      assertThat(element.getId()).matches("[a-z]+([A-Z][a-z]+)*");
    }
    for (FlowElement element : all(file, FlowElement.class)) {
      assertThat(element.getId()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everyStepEventAndChoiceHasAName(Path file) {
    for (FlowNode node : all(file, FlowNode.class)) {
      assertThat(node.getName()).as(node.getId()).isNotBlank();
    }
    for (ExclusiveGateway gateway : all(file, ExclusiveGateway.class)) {
      assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
      assertThat(gateway.getOutgoing()).as(gateway.getId()).hasSizeGreaterThan(1);
      for (SequenceFlow flow : gateway.getOutgoing()) {
        assertThat(flow.getName()).as(flow.getId()).isNotBlank();
        assertThat(flow.getConditionExpression() == null)
            .as("%s is either the default or has a condition", flow.getId())
            .isEqualTo(flow.equals(gateway.getDefault()));
      }
    }
  }

  static Stream<Path> flowsAndFragments() {
    return Stream.concat(flows().stream(), ModelFiles.fragments().stream());
  }

  @ParameterizedTest
  @MethodSource("flowsAndFragments")
  void flowsAndUserTasksHaveAGermanName(Path file) {
    List<BaseElement> named = new ArrayList<>(all(file, Process.class));
    named.addAll(all(file, UserTask.class));

    for (BaseElement element : named) {
      assertThat(Translation.names(TaskProperties.of(element)).get("de"))
          .as(element.getId())
          .isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everyWaitHasAWayOutAndEveryPathAnEnd(Path file) {
    for (FlowNode node : all(file, FlowNode.class)) {
      if (!(node instanceof EndEvent) && !isEventSubProcess(node)) {
        assertThat(after(node)).as(node.getId()).isNotEmpty();
        assertThat(reaches(node)).as("%s reaches an end", node.getId()).isTrue();
      }
      if (!(node instanceof StartEvent)
          && !(node instanceof BoundaryEvent)
          && !isEventSubProcess(node)) {
        assertThat(node.getIncoming()).as(node.getId()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void deadlinesAreInstantsThatJavaComputed(Path file) {
    for (TimerEventDefinition timer : all(file, TimerEventDefinition.class)) {
      if (timer.getParentElement() instanceof StartEvent) {
        continue; // a flow that begins by the calendar, such as every night
      }
      assertThat(timer.getTimeDate()).as(timer.getParentElement().toString()).isNotNull();
      assertThat(timer.getTimeDate().getTextContent().trim()).matches("\\$\\{[a-zA-Z]+}");
      assertThat(timer.getTimeDuration()).isNull();
      assertThat(timer.getTimeCycle()).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void peopleGetAFormAndATaskThatSaysWhatItIs(Path file) {
    for (UserTask task : all(file, UserTask.class)) {
      assertDeployedForm(task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding());
      List<String> listeners =
          task
              .getExtensionElements()
              .getElementsQuery()
              .filterByType(CamundaTaskListener.class)
              .list()
              .stream()
              .map(l -> l.getCamundaEvent() + " " + l.getCamundaDelegateExpression())
              .toList();
      String kind =
          task
              .getExtensionElements()
              .getElementsQuery()
              .filterByType(CamundaProperties.class)
              .singleResult()
              .getCamundaProperties()
              .stream()
              .filter(property -> property.getCamundaName().equals("baton.kind"))
              .map(CamundaProperty::getCamundaValue)
              .findFirst()
              .orElseThrow();
      assertThat(UserTaskKind.of(kind)).as(task.getId()).isPresent();
      if (kind.equals("form")) {
        assertThat(listeners).as(task.getId()).first().asString().startsWith("create ${offer");
      } else {
        assertThat(listeners).as(task.getId()).isEmpty();
      }
    }
    for (StartEvent start : all(file, StartEvent.class)) {
      if (start.getCamundaFormRef() != null) {
        assertDeployedForm(
            start.getId(), start.getCamundaFormRef(), start.getCamundaFormRefBinding());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void decisionsAreThoseDeployedWithTheFlow(Path file) {
    for (BusinessRuleTask task : all(file, BusinessRuleTask.class)) {
      assertThat(decisions()).as(task.getId()).contains(task.getCamundaDecisionRef());
      assertThat(task.getCamundaDecisionRefBinding()).as(task.getId()).isEqualTo("deployment");
      if (task.getCamundaResultVariable() != null) {
        assertThat(task.getCamundaMapDecisionResult()).as(task.getId()).isEqualTo("singleEntry");
        assertThat(task.getCamundaResultVariable()).isIn(ModelVariables.READABLE);
      } else { // a table that gives rows: a listener takes them over, the engine keeps none
        assertThat(listenersAtTheEndOf(task)).as(task.getId()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void aJobIsTriedAgainWithPauses(Path file) {
    for (FlowNode node : all(file, FlowNode.class)) {
      if (node instanceof EventBasedGateway) {
        continue; // it cannot be a job
      }
      if (node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()) {
        assertThat(node.getExtensionElements()).as(node.getId()).isNotNull();
        assertThat(node.getExtensionElements().getTextContent()).as(node.getId()).contains("/PT");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void aMessageIsCalledByOneNameAndUsed(Path file) {
    List<String> names = all(file, Message.class).stream().map(Message::getName).toList();
    Set<String> used = new HashSet<>();
    all(file, MessageEventDefinition.class).forEach(m -> used.add(m.getMessage().getName()));

    assertThat(names).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
  }

  private static List<String> decisions() {
    return ModelFiles.decisions().stream()
        .flatMap(
            file ->
                Dmn.readModelFromFile(file.toFile())
                    .getModelElementsByType(Decision.class)
                    .stream())
        .map(Decision::getId)
        .toList();
  }

  private static List<CamundaExecutionListener> listenersAtTheEndOf(FlowNode node) {
    return node
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaExecutionListener.class)
        .list()
        .stream()
        .filter(listener -> listener.getCamundaEvent().equals("end"))
        .toList();
  }

  private static void assertDeployedForm(String where, String form, String binding) {
    assertThat(form).as(where).isNotBlank();
    assertThat(ModelFiles.FORMS.resolve(form + ".form")).as(where).exists();
    assertThat(binding).as(where).isEqualTo("deployment");
  }

  private static boolean isEventSubProcess(FlowNode node) {
    return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
  }

  private static boolean reaches(FlowNode from) {
    Set<FlowNode> seen = new HashSet<>();
    Deque<FlowNode> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      FlowNode node = next.pop();
      if (node instanceof EndEvent) {
        return true;
      }
      if (seen.add(node)) {
        after(node).forEach(next::push);
      }
    }
    return false;
  }

  /** Where a token may go from here: on, out by an event on the border, or with what is around. */
  private static List<FlowNode> after(FlowNode node) {
    List<FlowNode> after = new ArrayList<>();
    node.getOutgoing().forEach(flow -> after.add(flow.getTarget()));
    for (BoundaryEvent event :
        node.getModelInstance().getModelElementsByType(BoundaryEvent.class)) {
      ModelElementInstance around = node.getParentElement();
      if (event.getAttachedTo().equals(node) || event.getAttachedTo().equals(around)) {
        after.add(event);
      }
    }
    return after;
  }

  private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    return model.getModelElementsByType(type);
  }
}
