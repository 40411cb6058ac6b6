package dev.baton.flow.backtest.outcome;

import dev.baton.engine.HistoryOfSteps;
import dev.baton.engine.HistoryOfSteps.StepVisit;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Visits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What each incident passed in the flows, and how long it stayed where it waited. */
final class StepVisits {

  /** The engine's word for what holds several visits of one box together. */
  private static final String FRAME = "multiInstanceBody";

  /** The engine's words for steps at which a flow waits for a person, a message or a time. */
  private static final Set<String> WAITS =
      Set.of(
          "userTask",
          "receiveTask",
          "eventBasedGateway",
          "intermediateTimer",
          "intermediateMessageCatch",
          "intermediateSignalCatch",
          "intermediateConditional");

  private final Map<String, Map<String, Counting>> byIncident = new HashMap<>();

  private static final class Counting {
    private final List<Long> stays = new ArrayList<>();
    private int count;

    void add(StepVisit visit) {
      count++;
      if (visit.endedAt() != null && WAITS.contains(visit.type())) {
        stays.add(Duration.between(visit.startedAt(), visit.endedAt()).toSeconds());
      }
    }

    Visits visits() {
      return new Visits(count, stays.stream().sorted().toList());
    }
  }

  StepVisits(HistoryOfSteps history) {
    history.eachVisit(this::add);
  }

  private void add(StepVisit visit) {
    if (!visit.type().equals(FRAME)) {
      byIncident
          .computeIfAbsent(visit.businessKey(), key -> new TreeMap<>())
          .computeIfAbsent(visit.processKey() + "/" + visit.step(), key -> new Counting())
          .add(visit);
    }
  }

  /** By {@code process/step}. */
  Map<String, Visits> of(String number) {
    Map<String, Visits> visits = new TreeMap<>();
    byIncident
        .getOrDefault(number, Map.of())
        .forEach((step, counting) -> visits.put(step, counting.visits()));
    return visits;
  }
}
