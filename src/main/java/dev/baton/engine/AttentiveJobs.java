package dev.baton.engine;

import java.time.Instant;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * The engine's store of jobs, which tells the look-ahead of a timer that is due soon, once it is
 * committed. The engine's own hint wakes the executor at once, where such a timer is not due yet.
 */
class AttentiveJobs extends JobManager {

  private final Supplier<TimerLookAhead> lookAhead;

  private AttentiveJobs(Supplier<TimerLookAhead> lookAhead) {
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

  /**
   * Takes the place of the engine's own.
   *
   * @param lookAhead gives null on a node that runs no jobs
   */
  static SessionFactory telling(Supplier<TimerLookAhead> lookAhead) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return JobManager.class;
      }

      @Override
      public Session openSession() {
        return new AttentiveJobs(lookAhead);
      }
    };
  }
}
