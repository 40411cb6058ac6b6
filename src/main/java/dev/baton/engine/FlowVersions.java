package dev.baton.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deployed versions of a flow: whether they work, and how to return to one of them. The first
 * step of an instance is what runs until its first transaction after the start is committed.
 */
@Component
@Transactional
public class FlowVersions {

  /** The source of deployments that restored an earlier release. */
  public static final String ROLLBACK = "rollback";

  private final EngineQueries views;
  private final RepositoryService repositoryService;
  private final RuntimeService runtimeService;
  private final ManagementService managementService;
  private final IdentityService identityService;
  private final TrustedEngineAccess trust;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final int tries;

  /** What has worked once stays known. */
  private final Cache<String, Boolean> worked = Caffeine.newBuilder().maximumSize(200).build();

  FlowVersions(
      EngineQueries views,
      RepositoryService repositoryService,
      RuntimeService runtimeService,
      ManagementService managementService,
      IdentityService identityService,
      TrustedEngineAccess trust,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${camunda.bpm.default-number-of-retries:3}") int tries) {
    this.views = views;
    this.repositoryService = repositoryService;
    this.runtimeService = runtimeService;
    this.managementService = managementService;
    this.identityService = identityService;
    this.trust = trust;
    this.events = events;
    this.clock = clock;
    this.tries = tries;
  }

  /**
   * An instance whose first step failed at its last try.
   *
   * @param businessKey never null
   */
  public record FailedFirstStep(String instanceId, String businessKey, String message) {}

  /** The newest versions of the flow, newest first. */
  @Transactional(readOnly = true)
  public List<FlowVersion> newest(String processKey, int most) {
    return views.versions(processKey, most);
  }

  /** Whether an instance with a business key was started on it and has got past its first step. */
  @Transactional(readOnly = true)
  public boolean hasWorked(String definitionId) {
    boolean works =
        worked.getIfPresent(definitionId) != null || views.hasGotPastFirstStep(definitionId);
    if (works) {
      worked.put(definitionId, true);
    }
    return works;
  }

  /** The instances on this version that wait in their first step because it failed. */
  @Transactional(readOnly = true)
  public List<FailedFirstStep> failedInFirstStep(String definitionId, int most) {
    return views.failedInFirstStep(definitionId, null, most);
  }

  /** Whether that is still so for this instance. */
  @Transactional(readOnly = true)
  public boolean isFailedInFirstStep(String definitionId, String instanceId) {
    return !views.failedInFirstStep(definitionId, instanceId, 1).isEmpty();
  }

  /**
   * Deploys all files of an earlier release again, for nobody.
   *
   * @param failed what is to be replaced, and must still be the newest version
   * @throws IllegalStateException if another version was deployed meanwhile
   */
  public FlowVersion deployAgain(
      FlowVersion earlier, FlowVersion failed, String processKey, String name) {
    DeploymentWithDefinitions deployed =
        forNobody(
            () ->
                repositoryService
                    .createDeployment()
                    .name(name)
                    .source(ROLLBACK)
                    .addDeploymentResources(earlier.deploymentId())
                    .deployWithResult());
    FlowVersion now = views.versions(processKey, 1).get(0);
    if (!now.deploymentId().equals(deployed.getId()) || now.version() != failed.version() + 1) {
      throw new IllegalStateException("Another release was deployed meanwhile.");
    }
    List<String> names =
        forNobody(() -> repositoryService.getDeploymentResourceNames(deployed.getId())).stream()
            .sorted()
            .toList();
    events.publishEvent(new ResourcesDeployed(deployed.getId(), name, names));
    return now;
  }

  /**
   * Lets the instance go on with another version, and tries its failed step again.
   *
   * @throws MigrationImpossible if that version has no such step; the transaction is to be undone
   */
  public void migrate(String instanceId, String fromDefinitionId, String toDefinitionId) {
    if (views.callsOthers(instanceId)) {
      throw new MigrationImpossible("It has called another flow.", null);
    }
    forNobody(
        () -> {
          try {
            MigrationPlan plan =
                runtimeService
                    .createMigrationPlan(fromDefinitionId, toDefinitionId)
                    .mapEqualActivities()
                    .updateEventTriggers()
                    .build();
            runtimeService.newMigration(plan).processInstanceIds(instanceId).execute();
          } catch (MigratingProcessInstanceValidationException
              | BadUserRequestException notMapped) {
            throw new MigrationImpossible(notMapped.getMessage(), notMapped);
          }
          return null;
        });
    forNobody(
        () -> {
          retryFailed(instanceId);
          return null;
        });
  }

  private void retryFailed(String instanceId) {
    List<String> failed =
        managementService
            .createJobQuery()
            .processInstanceId(instanceId)
            .withException()
            .list()
            .stream()
            .map(Job::getId)
            .toList();
    managementService
        .setJobRetries(tries)
        .jobIds(failed)
        .dueDate(Date.from(clock.instant()))
        .execute();
  }

  /** Ends the instance with all that it called, without running any listener of its model. */
  public void end(String instanceId, String reason) {
    forNobody(
        () -> {
          runtimeService.deleteProcessInstance(instanceId, reason, true, false, true, false);
          return null;
        });
  }

  private <T> T forNobody(Supplier<T> work) {
    return TrustedEngineAccess.withoutPerson(identityService, () -> trust.trusted(work));
  }
}
