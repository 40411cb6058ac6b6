package dev.baton.escalation.process;

import dev.baton.client.Tier;
import dev.baton.engine.DecisionEngines;
import dev.baton.escalation.StuckRule;
import dev.baton.escalation.StuckRules;
import dev.baton.incident.Priority;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Evaluates stuck-incidents.dmn for every tier and priority, once for each version that is
 * deployed. By an interpreter of its own: the engine's would write history every ten minutes.
 */
@Component
class DeployedStuckRules implements StuckRules {

  private static final String TABLE = "stuck-incidents";

  private final DecisionTableCache tables;
  private final DmnEngine interpreter;

  DeployedStuckRules(DecisionTableCache tables, DecisionEngines engines) {
    this.tables = tables;
    this.interpreter = engines.limited();
  }

  @Override
  public Table now() {
    return tables.read(TABLE, this::evaluated);
  }

  private Table evaluated(InputStream model) {
    DmnDecision decision = interpreter.parseDecision(TABLE, model);
    Map<Tier, Map<Priority, StuckRule>> rules = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      Map<Priority, StuckRule> ofTier = new EnumMap<>(Priority.class);
      for (Priority priority : Priority.values()) {
        ofTier.put(priority, rule(decision, tier, priority));
      }
      rules.put(tier, ofTier);
    }
    return new Table(rules);
  }

  private StuckRule rule(DmnDecision decision, Tier tier, Priority priority) {
    return rule(
        interpreter.evaluateDecision(
            decision,
            Variables.putValue("tier", tier.name()).putValue("priority", priority.name())));
  }

  private static StuckRule rule(DmnDecisionResult result) {
    if (result.isEmpty()) {
      return StuckRule.NONE;
    }
    Map<String, Object> row = result.getFirstResult().getEntryMap();
    Object calendar = row.get("calendar");
    return new StuckRule(
        row.get("stuckAfterHours") instanceof Number hours
            ? Duration.ofHours(hours.longValue())
            : null,
        calendar == null || calendar.toString().isBlank() ? null : calendar.toString(),
        row.get("reassignmentsAllowed") instanceof Number many ? many.intValue() : null);
  }
}
