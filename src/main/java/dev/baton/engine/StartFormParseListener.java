package dev.baton.engine;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.GatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Commits what a listener stored of a start form before the first step runs, whatever the model
 * says of that step: a step that fails would take it along. Nothing changes where the model itself
 * waits for the executor there, and where no listener takes the form over: the first step reads it.
 */
public class StartFormParseListener extends AbstractBpmnParseListener {

  private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity flow) {
    for (Element start : process.elements("startEvent")) {
      if (hasForm(start) && isTakenOver(start)) {
        commitAfter(flow.findActivity(start.attribute("id")));
      }
    }
  }

  private static boolean hasForm(Element start) {
    return start.attributeNS(CAMUNDA, "formRef") != null
        || start.attributeNS(CAMUNDA, "formKey") != null;
  }

  private static boolean isTakenOver(Element start) {
    Element extensions = start.element("extensionElements");
    return extensions != null
        && extensions.elementsNS(CAMUNDA, "executionListener").stream()
            .anyMatch(listener -> "end".equals(listener.attribute("event")));
  }

  private static void commitAfter(ActivityImpl start) {
    if (!start.isAsyncAfter() && !waits(start, new HashSet<>())) {
      start.setAsyncAfter(true);
    }
  }

  /** Whether nothing but gateways and ends lies between here and the next commit. */
  private static boolean waits(PvmActivity from, Set<PvmActivity> seen) {
    return from.getOutgoingTransitions().stream()
        .map(PvmTransition::getDestination)
        .filter(seen::add)
        .map(ActivityImpl.class::cast)
        .allMatch(next -> next.isAsyncBefore() || isPassedThrough(next) && waits(next, seen));
  }

  private static boolean isPassedThrough(ActivityImpl activity) {
    ActivityBehavior behavior = activity.getActivityBehavior();
    return behavior instanceof GatewayActivityBehavior
        || behavior instanceof NoneEndEventActivityBehavior;
  }
}
