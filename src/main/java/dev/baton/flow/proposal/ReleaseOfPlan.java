package dev.baton.flow.proposal;

import dev.baton.notification.PlanRelease;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Finds the release that brought the newest version of the communication plan. */
@Component
class ReleaseOfPlan implements PlanRelease {

  private static final String PLAN = "notification-plan";

  private final RepositoryService repository;
  private final Releases releases;

  ReleaseOfPlan(RepositoryService repository, Releases releases) {
    this.repository = repository;
    this.releases = releases;
  }

  @Override
  public Optional<Origin> now() {
    return Optional.ofNullable(
            repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(PLAN)
                .latestVersion()
                .singleResult())
        .map(DecisionDefinition::getDeploymentId)
        .flatMap(releases::ofDeployment)
        .map(release -> new Origin(release.number(), release.title(), release.at()));
  }
}
