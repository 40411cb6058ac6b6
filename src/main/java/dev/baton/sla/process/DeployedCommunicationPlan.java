package dev.baton.sla.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.client.Tier;
import dev.baton.engine.TrustedEngineAccess;
import dev.baton.incident.Priority;
import dev.baton.sla.PlannedUpdateInterval;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Evaluates the newest communication-plan.dmn. A new version takes effect within two seconds. Major
 * incidents have update rounds of their own, so the plan is always asked as for an ordinary one.
 */
@Component
class DeployedCommunicationPlan implements PlannedUpdateInterval {

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final DecisionService decisions;
  private final TrustedEngineAccess trust;
  private final Cache<Case, Optional<Integer>> known =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build();

  DeployedCommunicationPlan(DecisionService decisions, TrustedEngineAccess trust) {
    this.decisions = decisions;
    this.trust = trust;
  }

  private record Case(Tier tier, Priority priority) {}

  @Override
  public Optional<Integer> everyMinutes(Tier tier, Priority priority) {
    Case given = new Case(tier, priority);
    Optional<Integer> minutes = known.getIfPresent(given);
    if (minutes == null) {
      minutes = trust.trusted(() -> ask(given));
      known.put(given, minutes);
    }
    return minutes;
  }

  private Optional<Integer> ask(Case given) {
    DmnDecisionResult plan =
        decisions
            .evaluateDecisionByKey("communication-plan")
            .variables(
                Variables.putValue("isMajor", false)
                    .putValue("tier", given.tier().name())
                    .putValue("priority", given.priority().name()))
            .evaluate();
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    Number minutes = plan.getSingleResult().getEntry("updateEveryMinutes");
    return Optional.ofNullable(minutes).map(Number::intValue).filter(every -> every > 0);
  }
}
