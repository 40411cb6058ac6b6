package dev.baton.flow.forecast;

import dev.baton.client.ClientTiers;
import dev.baton.client.Tier;
import dev.baton.engine.EngineQueries;
import dev.baton.incident.search.RecentIncidents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What tables decided about in the last thirty days, as many as can be looked at in time. */
@Component
class RecentCases {

  static final int DAYS = 30;

  private static final int MOST = 10_000;

  private final RecentIncidents incidents;
  private final ClientTiers tiers;
  private final EngineQueries engine;
  private final Clock clock;

  RecentCases(RecentIncidents incidents, ClientTiers tiers, EngineQueries engine, Clock clock) {
    this.incidents = incidents;
    this.tiers = tiers;
    this.engine = engine;
    this.clock = clock;
  }

  /** Incidents, as they were when they were reported. */
  List<DecidedCase> incidents() {
    Map<Long, Tier> tierOf = tiers.all();
    return incidents.since(begin(), MOST).stream()
        .map(alike -> new DecidedCase(inputs(alike, tierOf), alike.count()))
        .toList();
  }

  private static Map<String, Object> inputs(
      RecentIncidents.AlikeIncidents alike, Map<Long, Tier> tierOf) {
    Tier tier = tierOf.get(alike.clientId());
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("tier", tier == null ? null : tier.name());
    inputs.put("vip", alike.vip());
    inputs.put("impact", alike.impact());
    inputs.put("urgency", alike.urgency());
    inputs.put("category", alike.category());
    inputs.put("service", alike.service());
    inputs.put("channel", alike.channel());
    inputs.put("requestedTeam", alike.requestedTeam());
    inputs.put("line", "FIRST");
    return inputs;
  }

  /**
   * What the engine recorded of a decision.
   *
   * @param variables what each input of the table reads, by the input's id
   */
  List<DecidedCase> recorded(String decision, Map<String, String> variables) {
    return engine.decisionInputs(decision, begin(), MOST).stream()
        .map(
            recorded -> {
              Map<String, Object> inputs = new HashMap<>();
              variables.forEach((id, name) -> inputs.put(name, recorded.get(id)));
              return new DecidedCase(inputs, 1);
            })
        .toList();
  }

  private Instant begin() {
    return clock.instant().minus(Duration.ofDays(DAYS));
  }
}
