package dev.baton.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Remembers every flow node that was entered and every sequence flow that was taken, by the key of
 * the model. A plug-in of the engine under test.
 */
public class PassedSteps extends AbstractProcessEnginePlugin {

  private final Map<String, Set<String>> all = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> passed = new ConcurrentHashMap<>();

  /** The ids of flow nodes and sequence flows that no story has passed yet. */
  public Set<String> missed(String processKey) {
    Set<String> missed = new TreeSet<>(of(all, processKey));
    missed.removeAll(of(passed, processKey));
    return missed;
  }

  public int count(String processKey) {
    return of(all, processKey).size();
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(new Watch());
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  private static Set<String> of(Map<String, Set<String>> steps, String processKey) {
    return steps.computeIfAbsent(processKey, key -> new ConcurrentSkipListSet<>());
  }

  /** Puts a listener on every step of a model, once the whole of it is read. */
  private final class Watch extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
      watch(process, process.getKey());
    }

    private void watch(ScopeImpl scope, String key) {
      for (ActivityImpl activity : scope.getActivities()) {
        String id = activity.getActivityId();
        of(all, key).add(id);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, passing(key, id));
        activity.getOutgoingTransitions().forEach(flow -> watch((TransitionImpl) flow, key));
        watch(activity, key);
      }
    }

    private void watch(TransitionImpl flow, String key) {
      of(all, key).add(flow.getId());
      flow.addListener(ExecutionListener.EVENTNAME_TAKE, passing(key, flow.getId()));
    }

    private ExecutionListener passing(String key, String id) {
      return execution -> of(passed, key).add(id);
    }
  }
}
