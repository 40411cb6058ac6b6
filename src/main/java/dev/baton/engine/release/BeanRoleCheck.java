package dev.baton.engine.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Whether each building block stands where it can work: as a step, or as a listener. */
@Component
class BeanRoleCheck implements ReleaseCheck {

  private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

  private final ListableBeanFactory beans;

  BeanRoleCheck(ListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow((file, model) -> check(file, model, complaints));
    return complaints;
  }

  private void check(String file, BpmnModelInstance model, List<ReleaseComplaint> complaints) {
    for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
      if (task.getCamundaDelegateExpression() == null
          && task.getCamundaTopic() == null
          && task.getCamundaExpression() == null) {
        complaints.add(
            ReleaseComplaint.error(
                file,
                task.getId(),
                task.getName(),
                "The step does nothing: it names no building block.",
                "Choose one from the list of templates."));
      }
      check(file, task, task.getCamundaDelegateExpression(), JavaDelegate.class, complaints);
    }
    for (CamundaExecutionListener listener :
        model.getModelElementsByType(CamundaExecutionListener.class)) {
      check(
          file,
          listener,
          listener.getCamundaDelegateExpression(),
          ExecutionListener.class,
          complaints);
    }
    for (CamundaTaskListener listener : model.getModelElementsByType(CamundaTaskListener.class)) {
      check(
          file, listener, listener.getCamundaDelegateExpression(), TaskListener.class, complaints);
    }
  }

  private void check(
      String file,
      ModelElementInstance element,
      String expression,
      Class<?> role,
      List<ReleaseComplaint> complaints) {
    if (expression == null) {
      return;
    }
    Matcher named = BEAN.matcher(expression);
    if (!named.matches() || !beans.containsBean(named.group(1))) {
      return; // another check says that it does not exist
    }
    Class<?> type = beans.getType(named.group(1));
    if (type != null && !role.isAssignableFrom(type)) {
      FlowElement place = place(element);
      complaints.add(
          ReleaseComplaint.error(
              file,
              place == null ? "" : place.getId(),
              place == null ? null : place.getName(),
              "'%s' works as a %s, but stands here as a %s."
                  .formatted(named.group(1), roles(type), word(role)),
              "Use a building block that is a %s.".formatted(word(role))));
    }
  }

  private static FlowElement place(ModelElementInstance element) {
    ModelElementInstance around = element;
    while (around != null && !(around instanceof FlowElement)) {
      around = around.getParentElement();
    }
    return (FlowElement) around;
  }

  private static String roles(Class<?> type) {
    String roles =
        Arrays.asList(JavaDelegate.class, ExecutionListener.class, TaskListener.class).stream()
            .filter(role -> role.isAssignableFrom(type))
            .map(BeanRoleCheck::word)
            .collect(Collectors.joining(" or "));
    return roles.isEmpty() ? "part of the desk" : roles;
  }

  private static String word(Class<?> role) {
    if (role == JavaDelegate.class) {
      return "step";
    }
    return role == ExecutionListener.class ? "listener of a step" : "listener of a user task";
  }
}
