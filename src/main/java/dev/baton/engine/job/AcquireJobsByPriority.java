package dev.baton.engine.job;

import java.util.List;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Locks the next jobs of some priorities, and leaves the others to another pool of threads. */
class AcquireJobsByPriority extends AcquireJobsCmd {

  private final List<PriorityRange> ranges;

  AcquireJobsByPriority(JobExecutor executor, int count, List<PriorityRange> ranges) {
    super(executor, count);
    this.ranges = ranges;
  }

  @Override
  public AcquiredJobs execute(CommandContext context) {
    ((TimerAwareJobs) context.getJobManager()).acquireIn(ranges);
    return super.execute(context);
  }
}
