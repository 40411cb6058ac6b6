package dev.baton.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Runs what is due in the caller's thread, oldest first. For a clock that is moved by hand, while
 * the job executor rests. Checks that repeat every few minutes ({@code R/PT5M}) are left out, since
 * they are due again wherever the clock goes; {@link #runChecks} runs them.
 */
@Component
public class DueJobs {

  private static final int PAGE = 100;

  private final ManagementService managementService;
  private final EngineQueries views;

  DueJobs(ManagementService managementService, EngineQueries views) {
    this.managementService = managementService;
    this.views = views;
  }

  /**
   * Runs every due job, including those that become due as a result; returns their number. Rethrows
   * the exception of a job that fails.
   */
  public int runDue() {
    int done = 0;
    for (List<String> due = page(); !due.isEmpty(); due = page()) {
      for (String job : due) {
        done += run(job);
      }
    }
    return done;
  }

  private int run(String job) {
    try {
      managementService.executeJob(job);
      return 1;
    } catch (NullValueException e) {
      if (managementService.createJobQuery().jobId(job).count() > 0) {
        throw e;
      }
      return 0; // one of those before it has made it needless
    }
  }

  /** Runs each repeating check that is due, once; returns their number. */
  public int runChecks() {
    List<Job> due = due().stream().filter(DueJobs::isCheck).toList();
    due.forEach(job -> managementService.executeJob(job.getId()));
    return due.size();
  }

  /**
   * Returns the due date of the oldest waiting job, apart from repeating checks; that of a job that
   * has none is now.
   */
  public Optional<Instant> nextDueOrNow() {
    return views.nextDueOr(ClockUtil.getCurrentTime().toInstant());
  }

  /** Returns the due date of the oldest waiting job, apart from repeating checks. */
  public Optional<Instant> nextDue() {
    return views.nextDue();
  }

  private List<String> page() {
    return views.dueJobs(ClockUtil.getCurrentTime().toInstant(), PAGE);
  }

  private List<Job> due() {
    return managementService
        .createJobQuery()
        .executable()
        .orderByJobDuedate()
        .asc()
        .listPage(0, PAGE);
  }

  private static boolean isCheck(Job job) {
    return job instanceof TimerEntity timer
        && timer.getRepeat() != null
        && timer.getRepeat().startsWith(EngineQueries.CHECK);
  }
}
