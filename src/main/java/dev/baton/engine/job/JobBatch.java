package dev.baton.engine.job;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs of one instance one after the other, including jobs that they add to it. */
class JobBatch extends ExecuteJobsRunnable {

  private static final Logger log = LoggerFactory.getLogger(JobBatch.class);

  private final LockedJobs held;

  JobBatch(List<String> jobs, ProcessEngineImpl engine, JobExecutor executor, LockedJobs held) {
    super(List.copyOf(jobs), engine);
    this.jobExecutor = executor; // that of the engine is the one for other jobs, maybe
    this.held = held;
    held.take(jobIds);
  }

  @Override
  public void run() {
    try {
      super.run();
    } finally {
      held.release(jobIds);
    }
  }

  @Override
  protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
    held.take(job);
    try {
      super.executeJob(job, commands, failures);
    } finally {
      held.release(job);
    }
  }

  /** Releases them to another node at once. */
  void handBack() {
    CommandExecutor commands =
        processEngine.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    for (String job : jobIds) {
      try {
        commands.execute(new UnlockJobCmd(job));
      } catch (RuntimeException e) {
        log.warn("Job {} stays locked until its lock ends: {}", job, e.getMessage());
      }
    }
    held.release(jobIds);
  }
}
