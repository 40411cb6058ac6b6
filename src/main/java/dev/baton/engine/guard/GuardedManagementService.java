package dev.baton.engine.guard;

import jakarta.ws.rs.core.Response.Status;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesByJobsAsyncBuilderImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesByProcessAsyncBuilderImpl;
import org.camunda.bpm.engine.management.SetJobRetriesAsyncBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesByJobsAsyncBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesByProcessAsyncBuilder;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;

/** Lets people retry a failed step: at least once, and at its original due date. */
public class GuardedManagementService extends ManagementServiceImpl {

  private static final int MOST_RETRIES = 100;

  private final ProcessEngineConfigurationImpl engine;

  public GuardedManagementService(ProcessEngineConfigurationImpl engine) {
    super(engine);
    this.engine = engine;
  }

  @Override
  public void setJobRetries(String jobId, int retries) {
    check(retries);
    super.setJobRetries(jobId, retries);
  }

  @Override
  public void setJobRetries(List<String> jobIds, int retries) {
    check(retries);
    super.setJobRetries(jobIds, retries);
  }

  @Override
  public void setJobRetriesByJobDefinitionId(String jobDefinitionId, int retries) {
    check(retries);
    super.setJobRetriesByJobDefinitionId(jobDefinitionId, retries);
  }

  @Override
  public SetJobRetriesBuilderImpl setJobRetries(int retries) {
    check(retries);
    return isFromPerson() ? new Retries(commandExecutor, retries) : super.setJobRetries(retries);
  }

  @Override
  public Batch setJobRetriesAsync(List<String> jobIds, JobQuery query, int retries) {
    check(retries);
    return super.setJobRetriesAsync(jobIds, query, retries);
  }

  @Override
  public Batch setJobRetriesAsync(
      List<String> instances,
      ProcessInstanceQuery running,
      HistoricProcessInstanceQuery ever,
      int retries) {
    check(retries);
    return super.setJobRetriesAsync(instances, running, ever, retries);
  }

  @Override
  public SetJobRetriesByJobsAsyncBuilder setJobRetriesByJobsAsync(int retries) {
    check(retries);
    return isFromPerson()
        ? new RetriesOfJobs(commandExecutor, retries)
        : super.setJobRetriesByJobsAsync(retries);
  }

  @Override
  public SetJobRetriesByProcessAsyncBuilder setJobRetriesByProcessAsync(int retries) {
    check(retries);
    return isFromPerson()
        ? new RetriesOfFlows(commandExecutor, retries)
        : super.setJobRetriesByProcessAsync(retries);
  }

  private void check(int retries) {
    if (isFromPerson() && (retries < 1 || retries > MOST_RETRIES)) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, "'retries' must be from 1 to %d.".formatted(MOST_RETRIES));
    }
  }

  private static RuntimeException noDueDate() {
    return new InvalidRequestException(
        Status.BAD_REQUEST, "'dueDate' is the flow's own; leave it out.");
  }

  private boolean isFromPerson() {
    return UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication());
  }

  private static final class Retries extends SetJobRetriesBuilderImpl {
    Retries(CommandExecutor executor, int retries) {
      super(executor, retries);
    }

    @Override
    public SetJobRetriesBuilder dueDate(Date dueDate) {
      throw noDueDate();
    }
  }

  private static final class RetriesOfJobs extends SetJobRetriesByJobsAsyncBuilderImpl {
    RetriesOfJobs(CommandExecutor executor, int retries) {
      super(executor, retries);
    }

    @Override
    public SetJobRetriesAsyncBuilder dueDate(Date dueDate) {
      throw noDueDate();
    }
  }

  private static final class RetriesOfFlows extends SetJobRetriesByProcessAsyncBuilderImpl {
    RetriesOfFlows(CommandExecutor executor, int retries) {
      super(executor, retries);
    }

    @Override
    public SetJobRetriesByProcessAsyncBuilder dueDate(Date dueDate) {
      throw noDueDate();
    }
  }
}
