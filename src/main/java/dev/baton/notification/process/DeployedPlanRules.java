package dev.baton.notification.process;

import dev.baton.engine.release.LiveFiles;
import dev.baton.engine.release.Release;
import dev.baton.notification.DeployedPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Reads the plan from the newest version of its table. */
@Component
class DeployedPlanRules implements DeployedPlan {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern WORDS =
      Pattern.compile(WORD.pattern() + "(\\s*,\\s*" + WORD.pattern() + ")*");
  private static final PlanCell EMPTY = new PlanCell(List.of(), null);

  private final LiveFiles live;

  DeployedPlanRules(LiveFiles live) {
    this.live = live;
  }

  @Override
  public List<PlanRule> rules() {
    return PlannedEvents.plans(new Release(live.now(), Set.of()))
        .flatMap(plan -> plan.getRules().stream().map(rule -> rule(cells(plan, rule))))
        .toList();
  }

  private static PlanRule rule(Map<String, PlanCell> cells) {
    return new PlanRule(
        cells.getOrDefault(NotificationVariables.EVENT, EMPTY),
        cells.getOrDefault("tier", EMPTY),
        cells.getOrDefault("priority", EMPTY),
        cells.getOrDefault("isMajor", EMPTY),
        cells.getOrDefault("audience", EMPTY),
        cells.getOrDefault("channel", EMPTY),
        cells.getOrDefault("fallback", EMPTY),
        cells.getOrDefault("template", EMPTY),
        cells.getOrDefault("delayMinutes", EMPTY),
        cells.getOrDefault("digest", EMPTY),
        cells.getOrDefault("quietHours", EMPTY),
        cells.getOrDefault("roles", EMPTY));
  }

  /** By the input's expression, or the output's name. */
  private static Map<String, PlanCell> cells(DecisionTable plan, Rule rule) {
    Map<String, PlanCell> cells = new HashMap<>();
    put(
        cells,
        plan.getInputs().stream().map(DeployedPlanRules::name).toList(),
        rule.getInputEntries());
    put(cells, plan.getOutputs().stream().map(Output::getName).toList(), rule.getOutputEntries());
    return cells;
  }

  private static String name(Input input) {
    return input.getInputExpression() == null || input.getInputExpression().getText() == null
        ? ""
        : input.getInputExpression().getText().getTextContent().strip();
  }

  private static void put(
      Map<String, PlanCell> cells, List<String> names, Collection<? extends DmnElement> entries) {
    List<DmnElement> inOrder = new ArrayList<>(entries);
    for (int i = 0; i < Math.min(names.size(), inOrder.size()); i++) {
      cells.put(names.get(i), cell(inOrder.get(i).getTextContent().strip()));
    }
  }

  private static PlanCell cell(String text) {
    if (text.isEmpty() || text.equals("-")) {
      return EMPTY;
    }
    return WORDS.matcher(text).matches()
        ? new PlanCell(
            WORD.matcher(text).results().map((MatchResult found) -> found.group(1)).toList(), null)
        : new PlanCell(List.of(), text);
  }
}
