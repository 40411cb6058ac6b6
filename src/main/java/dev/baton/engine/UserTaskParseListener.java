package dev.baton.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Reads what flows and user tasks say of themselves, and adds the {@link UserTaskListener}s that
 * fit: an element template cannot add a listener. A task that names listeners itself gets no
 * others, as in the models of earlier releases.
 */
public class UserTaskParseListener extends AbstractBpmnParseListener {

  static final String DESCRIPTION = "baton.description";

  /** Of a task that names listeners itself. */
  private static final String OWN_LISTENERS = "baton.ownListeners";

  /** Of a flow: whether one of its tasks is an approval or excludes somebody. */
  static final String ASKS_FOR_APPROVAL = "baton.asksForApproval";

  /** Of a flow: what it is called in other languages. */
  static final String NAMES = "baton.names";

  private static final List<String> EVENTS =
      List.of(
          TaskListener.EVENTNAME_CREATE,
          TaskListener.EVENTNAME_ASSIGNMENT,
          TaskListener.EVENTNAME_COMPLETE);
  private static final Namespace NAMESPACE = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

  private final Supplier<List<UserTaskListener>> listeners;
  private final FormerUserTasks former = new FormerUserTasks();

  /**
   * @param listeners asked when a task is created, changed or completed, since they need the engine
   *     themselves
   */
  public UserTaskParseListener(Supplier<List<UserTaskListener>> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    definition.setProperty(NAMES, Translation.names(propertiesOf(process)));
  }

  @Override
  public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    Map<String, String> properties = propertiesOf(task);
    boolean namesListeners = !extensions(task, "taskListener").isEmpty();
    if (properties.isEmpty() && namesListeners) {
      ProcessDefinition flow = (ProcessDefinition) activity.getProcessDefinition();
      properties = former.propertiesOf(flow.getKey(), activity.getId());
    }
    UserTaskDescription description = UserTaskDescription.of(properties);
    activity.setProperty(DESCRIPTION, description);
    if (description.is(UserTaskKind.APPROVAL) || description.notBy() != null) {
      activity.getProcessDefinition().setProperty(ASKS_FOR_APPROVAL, true);
    }
    if (namesListeners) {
      activity.setProperty(OWN_LISTENERS, true);
    } else {
      addListeners(activity, description);
    }
  }

  /** Whether the model names the listeners of this task, so that no others hear of it. */
  public static boolean hasListenersOfItsOwn(PvmActivity task) {
    return Boolean.TRUE.equals(task.getProperty(OWN_LISTENERS));
  }

  private void addListeners(ActivityImpl activity, UserTaskDescription description) {
    UserTaskActivityBehavior behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
    for (String event : EVENTS) {
      behavior
          .getTaskDefinition()
          .addTaskListener(event, changed -> hear(event, description, changed));
    }
  }

  private void hear(String event, UserTaskDescription description, DelegateTask task) {
    listeners.get().stream()
        .filter(listener -> listener.event().equals(event))
        .filter(listener -> listener.fits().test(description))
        .forEach(listener -> listener.listener().notify(task));
  }

  private static Map<String, String> propertiesOf(Element element) {
    return extensions(element, "properties").stream()
        .flatMap(list -> list.elementsNS(NAMESPACE, "property").stream())
        .filter(property -> property.attribute("name") != null)
        .filter(property -> property.attribute("value") != null)
        .collect(
            Collectors.toMap(
                property -> property.attribute("name"),
                property -> property.attribute("value"),
                (first, second) -> second));
  }

  private static List<Element> extensions(Element element, String name) {
    Element extensions = element.element("extensionElements");
    return extensions == null ? List.of() : extensions.elementsNS(NAMESPACE, name);
  }
}
