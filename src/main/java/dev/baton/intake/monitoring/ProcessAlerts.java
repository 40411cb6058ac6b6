package dev.baton.intake.monitoring;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Processes a source's message, all or nothing. Alerts of one problem go to its one incident,
 * however many there are and however often they arrive.
 */
@Service
public class ProcessAlerts {

  private final Silences silences;
  private final MonitoringProblems problems;
  private final ProblemIncidents incidents;
  private final ActingPerson actingPerson;
  private final Clock clock;

  ProcessAlerts(
      Silences silences,
      MonitoringProblems problems,
      ProblemIncidents incidents,
      ActingPerson actingPerson,
      Clock clock) {
    this.silences = silences;
    this.problems = problems;
    this.incidents = incidents;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /**
   * The result of a message.
   *
   * @param silenced how many firing alerts were silenced
   * @param incidents the incidents they belong to
   */
  public record Taken(int received, int silenced, Set<String> incidents) {}

  /**
   * Processes the alerts.
   *
   * @param group Alertmanager's group key; null if there is none
   */
  @Transactional
  public Taken take(MonitoringSource source, List<Alert> alerts, String group) {
    return actingPerson.as(Actor.FLOW, () -> taken(source, alerts, group));
  }

  private Taken taken(MonitoringSource source, List<Alert> alerts, String group) {
    problems.waitForTurn(source.code());
    Instant now = clock.instant();
    SilenceFilter quiet = SilenceFilter.of(silences.list(), source.code(), now);
    Map<String, List<Alert>> byProblem = new LinkedHashMap<>();
    int silenced = 0;
    for (Alert alert : alerts) {
      if (alert.isFiring() && quiet.covers(alert.labels())) {
        silenced++;
      } else {
        byProblem.computeIfAbsent(key(source, alert, group), key -> new ArrayList<>()).add(alert);
      }
    }
    Set<String> touched = new LinkedHashSet<>();
    byProblem.forEach((key, some) -> touched.addAll(take(source, key, some)));
    return new Taken(alerts.size(), silenced, touched);
  }

  private static String key(MonitoringSource source, Alert alert, String group) {
    if (!source.groupBy().isEmpty()) {
      return source.groupBy().stream()
          .map(label -> label + "=" + alert.labels().getOrDefault(label, ""))
          .collect(Collectors.joining("\n"));
    }
    return group == null ? alert.fingerprint() : group;
  }

  private List<String> take(MonitoringSource source, String key, List<Alert> alerts) {
    List<Alert> firing = alerts.stream().filter(Alert::isFiring).toList();
    MonitoringProblems.Problem problem = problems.find(source.code(), key).orElse(null);
    if (problem == null && firing.isEmpty()) {
      return List.of();
    }
    if (!firing.isEmpty()) {
      String incident = incidents.fired(source, problem, firing);
      problem = problems.fired(source.code(), key, incident, firing.size());
    }
    boolean wasFiring = problems.isFiring(problem.id());
    problems.tell(problem.id(), alerts);
    if (wasFiring && firing.isEmpty() && !problems.isFiring(problem.id())) {
      incidents.recovered(source, problem.incident());
    }
    return List.of(problem.incident());
  }
}
