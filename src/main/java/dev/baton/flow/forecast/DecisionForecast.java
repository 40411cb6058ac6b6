package dev.baton.flow.forecast;

import dev.baton.engine.DecisionEngines;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseConsequence;
import dev.baton.engine.release.ReleaseForecast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.springframework.stereotype.Component;

/**
 * Asks a changed table about what the former one decided lately, and counts what would come out
 * differently. Nothing is said of a table that reads what is not stored.
 */
@Component
class DecisionForecast implements ReleaseForecast {

  private static final String PRIORITY = "priority";
  private static final String ROUTING = "routing";
  private static final String MAJOR = "major-incident-rule";
  private static final String NO_ANSWER = "no answer";

  private final RecentCases recent;
  private final DecisionEngines engines;

  DecisionForecast(RecentCases recent, DecisionEngines engines) {
    this.recent = recent;
    this.engines = engines;
  }

  @Override
  public List<ReleaseConsequence> consequences(Release release) {
    List<ReleaseConsequence> consequences = new ArrayList<>();
    for (String decision : List.of(PRIORITY, ROUTING, MAJOR)) {
      Optional<ReleasedTable> changed =
          ReleasedTable.of(release, decision).filter(table -> release.isChanged(table.file()));
      Optional<ReleasedTable> former =
          changed
              .flatMap(table -> release.former())
              .flatMap(live -> ReleasedTable.of(live, decision));
      if (changed.isPresent() && former.isPresent()) {
        compare(changed.get(), former.get(), consequences);
      }
    }
    return consequences;
  }

  private void compare(
      ReleasedTable changed, ReleasedTable former, List<ReleaseConsequence> consequences) {
    String decision = changed.decision().getId();
    List<DecidedCase> cases =
        decision.equals(MAJOR) ? recent.recorded(decision, former.variables()) : recent.incidents();
    Set<String> read = new TreeSet<>(changed.reads());
    read.addAll(former.reads());
    if (cases.stream().anyMatch(each -> !each.inputs().keySet().containsAll(read))) {
      return; // it reads what nobody stored
    }
    Map<Map<String, Object>, Integer> counted = new HashMap<>();
    cases.forEach(each -> counted.merge(each.inputs(read), each.count(), Integer::sum));
    new Differences(counted, answers(former, counted.keySet()), answers(changed, counted.keySet()))
        .sentences(decision.equals(MAJOR) ? "clusters of incidents" : "incidents", verb(decision))
        .forEach(
            text ->
                consequences.add(
                    new ReleaseConsequence(changed.file(), decision, changed.label(), text)));
  }

  private static String verb(String decision) {
    return decision.equals(ROUTING) ? "go to" : "be";
  }

  private Map<Map<String, Object>, String> answers(
      ReleasedTable table, Set<Map<String, Object>> cases) {
    DmnEngine engine = engines.limited();
    DmnDecision decision = engine.parseDecision(table.decision().getId(), table.model());
    Map<Map<String, Object>, String> answers = new HashMap<>();
    cases.forEach(each -> answers.put(each, answer(engine, decision, each)));
    return answers;
  }

  private static String answer(DmnEngine engine, DmnDecision decision, Map<String, Object> inputs) {
    try {
      DmnDecisionResult result = engine.evaluateDecision(decision, inputs);
      Object entry =
          result.isEmpty() || result.getFirstResult().isEmpty()
              ? null
              : result.getFirstResult().values().iterator().next();
      if (entry instanceof Boolean isMajor) {
        return isMajor ? "major" : "not major";
      }
      return entry == null ? NO_ANSWER : entry.toString();
    } catch (RuntimeException noAnswer) {
      return NO_ANSWER; // a table can fail in many ways, all of which stop an incident
    }
  }
}
