package dev.baton.engine.configuration;

import dev.baton.engine.HistoryOfSteps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * The engine of a desk whose database is thrown away soon, and which this process has to itself:
 * what nobody reads is not written, and what never changes is read once.
 */
final class ScratchEngine {

  private ScratchEngine() {}

  static void prepare(ProcessEngineConfigurationImpl engine, HistoryOfSteps steps) {
    engine.setEnableDefaultDbHistoryEventHandler(false);
    engine.getCustomHistoryEventHandlers().add(steps);
    engine.setHistoryRemovalTimeStrategy(
        ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
    engine.setHistoryCleanupStrategy(
        ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    engine.setTaskMetricsEnabled(false);
    engine
        .getCustomSessionFactories()
        .addAll(
            List.of(
                new Store<>(ProcessDefinitionManager.class, KnownProcesses::new),
                new Store<>(DecisionDefinitionManager.class, knownDecisions()),
                new Store<>(JobDefinitionManager.class, knownJobDefinitions()),
                new Store<>(JobManager.class, WithoutEventJobs::new)));
  }

  private static Supplier<DecisionDefinitionManager> knownDecisions() {
    Map<List<String>, DecisionDefinitionEntity> known = new ConcurrentHashMap<>();
    return () -> new KnownDecisions(known);
  }

  private static Supplier<JobDefinitionManager> knownJobDefinitions() {
    Map<String, JobDefinitionEntity> known = new ConcurrentHashMap<>();
    return () -> new KnownJobDefinitions(known);
  }

  /** Takes the place of the engine's own. */
  private record Store<T extends Session>(Class<T> type, Supplier<T> opening)
      implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return type;
    }

    @Override
    public Session openSession() {
      return opening.get();
    }
  }

  /** The engine asks again in each transaction, to see whether it is suspended. */
  private static final class KnownProcesses extends ProcessDefinitionManager {

    @Override
    public ProcessDefinitionEntity findLatestProcessDefinitionById(String id) {
      ProcessDefinitionEntity known =
          Context.getProcessEngineConfiguration()
              .getDeploymentCache()
              .getProcessDefinitionCache()
              .get(id);
      return known == null ? super.findLatestProcessDefinitionById(id) : known;
    }
  }

  /** The engine asks again for each decision of the same deployment. */
  private static final class KnownDecisions extends DecisionDefinitionManager {

    private final Map<List<String>, DecisionDefinitionEntity> known;

    KnownDecisions(Map<List<String>, DecisionDefinitionEntity> known) {
      this.known = known;
    }

    @Override
    public DecisionDefinitionEntity findDecisionDefinitionByDeploymentAndKey(
        String deployment, String key) {
      return known.computeIfAbsent(
          List.of(deployment, key),
          missing -> super.findDecisionDefinitionByDeploymentAndKey(deployment, key));
    }
  }

  private static final class KnownJobDefinitions extends JobDefinitionManager {

    private final Map<String, JobDefinitionEntity> known;

    KnownJobDefinitions(Map<String, JobDefinitionEntity> known) {
      this.known = known;
    }

    @Override
    public JobDefinitionEntity findById(String id) {
      return known.computeIfAbsent(id, super::findById);
    }
  }

  /**
   * The engine looks for a job that raises the event, whenever nobody waits for an event any more.
   * Such a job does nothing by then, and it goes with its instance.
   */
  private static final class WithoutEventJobs extends JobManager {

    @Override
    public List<JobEntity> findJobsByConfiguration(String handler, String what, String tenant) {
      return ProcessEventJobHandler.TYPE.equals(handler)
          ? List.of()
          : super.findJobsByConfiguration(handler, what, tenant);
    }
  }
}
