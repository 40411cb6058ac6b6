package dev.baton.flow.check;

import dev.baton.engine.release.ExpressionNames;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Conditions, timers and inputs of steps read variables that something sets before. */
@Component
class ExpressionVariablesCheck implements ReleaseCheck {

  /** What the engine itself answers to. */
  private static final Set<String> OF_THE_ENGINE =
      Set.of(
          "execution",
          "task",
          "loopCounter",
          "nrOfInstances",
          "nrOfActiveInstances",
          "nrOfCompletedInstances");

  private final Predicate<String> isBean;

  ExpressionVariablesCheck(ListableBeanFactory beans) {
    this.isBean = beans::containsBean;
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    Set<String> readable = ModelVariables.readableIn(release);
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          SettingSteps setters = new SettingSteps(release, model);
          for (ModelElementInstance reader : readers(model)) {
            check(file, reader, readable, setters, complaints);
          }
        });
    return complaints;
  }

  private static List<ModelElementInstance> readers(BpmnModelInstance model) {
    List<ModelElementInstance> readers = new ArrayList<>();
    readers.addAll(model.getModelElementsByType(ConditionExpression.class));
    readers.addAll(model.getModelElementsByType(TimeDate.class));
    readers.addAll(model.getModelElementsByType(TimeCycle.class));
    readers.addAll(model.getModelElementsByType(CamundaInputParameter.class));
    return readers;
  }

  private void check(
      String file,
      ModelElementInstance reader,
      Set<String> readable,
      SettingSteps setters,
      List<ReleaseComplaint> complaints) {
    FlowElement place = place(reader);
    if (place == null) {
      return;
    }
    FlowNode step = place instanceof SequenceFlow branch ? branch.getSource() : (FlowNode) place;
    for (String name : ExpressionNames.in(reader.getTextContent())) {
      if (OF_THE_ENGINE.contains(name) || isBean.test(name)) {
        continue;
      }
      if (!readable.contains(name)) {
        complaints.add(unset(file, step, reader, name, readable));
      } else if (!ModelVariables.READABLE.contains(name)) {
        tooEarly(file, step, reader, name, setters, complaints);
      }
    }
  }

  private static ReleaseComplaint unset(
      String file, FlowNode step, ModelElementInstance reader, String name, Set<String> readable) {
    return ReleaseComplaint.error(
        file,
        step.getId(),
        step.getName(),
        "%s reads the variable %s, but nothing sets it: the flow would stop here."
            .formatted(words(reader), name),
        SimilarWord.of(name, readable)
            .map("Did you mean %s?"::formatted)
            .orElse(
                "Use a variable that a step sets, or add a field with the key %s to a form before it."
                    .formatted(name)));
  }

  private static void tooEarly(
      String file,
      FlowNode step,
      ModelElementInstance reader,
      String name,
      SettingSteps setters,
      List<ReleaseComplaint> complaints) {
    Set<FlowNode> before = StepsBefore.of(step);
    List<FlowNode> all = setters.of(name);
    if (!all.isEmpty() && all.stream().noneMatch(before::contains)) {
      complaints.add(
          ReleaseComplaint.warning(
              file,
              step.getId(),
              step.getName(),
              "%s reads the variable %s, but it is only set later, by %s."
                  .formatted(
                      words(reader),
                      name,
                      all.stream()
                          .map(setter -> "\"%s\"".formatted(setter.getName()))
                          .collect(Collectors.joining(", "))),
              "Move the step that sets it before this one, or read another variable."));
    }
  }

  private static String words(ModelElementInstance reader) {
    if (reader instanceof ConditionExpression) {
      return "The condition %s".formatted(reader.getTextContent().strip());
    }
    return reader instanceof CamundaInputParameter input
        ? "The input %s".formatted(input.getCamundaName())
        : "The timer";
  }

  private static FlowElement place(ModelElementInstance element) {
    ModelElementInstance around = element;
    while (around != null && !(around instanceof FlowElement)) {
      around = around.getParentElement();
    }
    return (FlowElement) around;
  }
}
