package dev.baton.escalation.process;

import dev.baton.engine.TrustedEngineAccess;
import dev.baton.engine.migration.FlowDefinition;
import dev.baton.engine.migration.FlowInstance;
import dev.baton.engine.migration.FlowMigrationListener;
import dev.baton.escalation.ChangeLadder;
import dev.baton.escalation.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * An escalation keeps the rungs that its ladder gave when it began. When its flow moves to a
 * release with another ladder, that one is asked anew with the same facts.
 */
@Component
class MigratedLadder implements FlowMigrationListener {

  private static final String FLOW = "escalation";
  private static final String TABLE = "escalation-ladder";

  private final ChangeLadder ladder;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final DecisionService decisions;
  private final TrustedEngineAccess trust;
  private final Map<String, Optional<String>> tables = new ConcurrentHashMap<>();
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  MigratedLadder(
      ChangeLadder ladder,
      RepositoryService repository,
      RuntimeService runtime,
      DecisionService decisions,
      TrustedEngineAccess trust) {
    this.ladder = ladder;
    this.repository = repository;
    this.runtime = runtime;
    this.decisions = decisions;
    this.trust = trust;
  }

  @Override
  public void moved(FlowInstance instance, FlowDefinition to) {
    if (FLOW.equals(instance.key())) {
      trust.trusted(
          () -> {
            table(to.deploymentId())
                .filter(table -> !isSame(table, instance.deploymentId()))
                .ifPresent(table -> follow(instance.id(), table));
            return null;
          });
    }
  }

  private void follow(String instanceId, String table) {
    Map<String, Object> facts = new HashMap<>();
    for (String name :
        List.of(
            EscalationVariables.TIER,
            EscalationVariables.PRIORITY,
            EscalationVariables.TRIGGER,
            EscalationVariables.MILESTONE)) {
      facts.put(name, runtime.getVariable(instanceId, name));
    }
    Number id = (Number) runtime.getVariable(instanceId, EscalationVariables.ESCALATION_ID);
    ladder.change(
        id.longValue(),
        Trigger.valueOf((String) facts.get(EscalationVariables.TRIGGER)),
        LadderResult.rungs(
            decisions
                .evaluateDecisionTableById(table)
                .variables(facts)
                .evaluate()
                .getResultList()));
  }

  private boolean isSame(String table, String formerDeployment) {
    return table(formerDeployment)
        .map(former -> Arrays.equals(content(former), content(table)))
        .orElse(false);
  }

  private Optional<String> table(String deploymentId) {
    return tables.computeIfAbsent(
        deploymentId,
        id ->
            Optional.ofNullable(
                    repository
                        .createDecisionDefinitionQuery()
                        .deploymentId(id)
                        .decisionDefinitionKey(TABLE)
                        .singleResult())
                .map(DecisionDefinition::getId));
  }

  private byte[] content(String table) {
    return contents.computeIfAbsent(
        table,
        id -> {
          try (InputStream model = repository.getDecisionModel(id)) {
            return model.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
