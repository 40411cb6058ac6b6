package dev.baton.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Locks the next jobs of some priorities, and leaves the others to another pool of threads. */
class AcquireJobsInRanges extends AcquireJobsCmd {

  private final List<PriorityRange> ranges;

  AcquireJobsInRanges(JobExecutor executor, int count, List<PriorityRange> ranges) {
    super(executor, count);
    this.ranges = ranges;
  }

  @Override
  public AcquiredJobs execute(CommandContext context) {
    ((AttentiveJobs) context.getJobManager()).acquireIn(ranges);
    return super.execute(context);
  }
}
