package dev.baton.engine.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The engine's store of jobs, which tells the look-ahead of a timer that is due soon, once it is
 * committed. The engine's own hint wakes the executor at once, where such a timer is not due yet.
 */
public class TimerAwareJobs extends JobManager {

  private final Supplier<TimerLookAhead> lookAhead;

  private List<PriorityRange> ranges = List.of();

  private TimerAwareJobs(Supplier<TimerLookAhead> lookAhead) {
    this.lookAhead = lookAhead;
  }

  @Override
  public void schedule(TimerEntity timer) {
    super.schedule(timer);
    TimerLookAhead attentive = lookAhead.get();
    Instant due = timer.getDuedate().toInstant();
    if (attentive != null && attentive.isSoon(due)) {
      Context.getCommandContext()
          .getTransactionContext()
          .addTransactionListener(TransactionState.COMMITTED, context -> attentive.expect(due));
    }
  }

  /** The engine's own hint goes to the pool for all other jobs. */
  @Override
  protected void hintJobExecutor(JobEntity job) {
    super.hintJobExecutor(job);
    ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
    if (PriorityRange.DELIVERIES.contains(job.getPriority())
        && job.getLockOwner() == null // else it follows in the thread that makes it
        && engine.getJobExecutor() instanceof DeskJobExecutor executor) {
      Context.getCommandContext()
          .getTransactionContext()
          .addTransactionListener(
              TransactionState.COMMITTED, context -> executor.deliveryWasAdded());
    }
  }

  /** From now on, only jobs of these priorities are found to be executed. */
  void acquireIn(List<PriorityRange> wanted) {
    ranges = wanted;
  }

  @Override
  public List<AcquirableJobEntity> findNextJobsToExecute(Page page) {
    if (ranges.isEmpty()) {
      return super.findNextJobsToExecute(page);
    }
    List<AcquirableJobEntity> found = new ArrayList<>();
    for (PriorityRange range : ranges) {
      int room = page.getMaxResults() - found.size();
      if (room > 0) {
        found.addAll(find(range, new Page(page.getFirstResult(), room)));
      }
    }
    return found;
  }

  /** The engine's own query; only the priorities come from elsewhere. */
  @SuppressWarnings("unchecked")
  private List<AcquirableJobEntity> find(PriorityRange range, Page page) {
    ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
    Map<String, Object> given = new HashMap<>();
    given.put("now", ClockUtil.getCurrentTime());
    given.put("alwaysSetDueDate", isEnsureJobDueDateNotNull());
    given.put("deploymentAware", false); // every node knows every model
    given.put("jobPriorityMin", range.min() == Long.MIN_VALUE ? null : range.min());
    given.put("jobPriorityMax", range.max() == Long.MAX_VALUE ? null : range.max());
    given.put("historyCleanupEnabled", engine.isHistoryCleanupEnabled());
    given.put(
        "applyExclusiveOverProcessHierarchies",
        engine.isJobExecutorAcquireExclusiveOverProcessHierarchies());
    given.put(
        "orderingProperties",
        List.of(JOB_PRIORITY_ORDERING_PROPERTY, JOB_DUEDATE_ORDERING_PROPERTY));
    given.put("applyOrdering", true);
    return getDbEntityManager().selectList("selectNextJobsToExecute", given, page);
  }

  /**
   * Takes the place of the engine's own.
   *
   * @param lookAhead gives null on a node that runs no jobs
   */
  public static SessionFactory telling(Supplier<TimerLookAhead> lookAhead) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return JobManager.class;
      }

      @Override
      public Session openSession() {
        return new TimerAwareJobs(lookAhead);
      }
    };
  }
}
