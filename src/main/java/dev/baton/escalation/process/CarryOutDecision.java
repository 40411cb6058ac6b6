package dev.baton.escalation.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.escalation.Decision;
import dev.baton.escalation.DecisionInput;
import dev.baton.escalation.EscalationLifecycle;
import dev.baton.escalation.PerformDecision;
import dev.baton.incident.Level;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;
import dev.baton.web.validation.InvalidInput;
import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Does on the incident what was decided. */
@BuildingBlock(
    name = "Carry out the decision",
    description =
        "Does on the incident what was decided: reassign, change the priority, or stand down.",
    needs = {"decision", "toTeam", "toAssignee", "newImpact", "newUrgency", "note", "moreToDecide"},
    sets = {"settled"})
@Component
class CarryOutDecision implements JavaDelegate {

  private final EscalationLifecycle escalationLifecycle;
  private final PerformDecision work;

  CarryOutDecision(EscalationLifecycle escalationLifecycle, PerformDecision work) {
    this.escalationLifecycle = escalationLifecycle;
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = EscalationExecution.id(execution, escalationLifecycle);
    DecisionInput input = input(execution);
    work.carryOut(escalationLifecycle.incident(id), input);
    boolean isSettled = !input.more() || input.decision() == Decision.STAND_DOWN;
    escalationLifecycle.decided(id, input.decision(), input.note(), isSettled);
    execution.getProcessInstance().setVariable(EscalationVariables.SETTLED, isSettled);
  }

  private static DecisionInput input(DelegateExecution execution) {
    Decision decision = choice(execution, "decision", Decision.class);
    if (decision == null) {
      throw new InvalidInput("decision", LocalizableText.of("refused.decision.none"));
    }
    return new DecisionInput(
        decision,
        EscalationExecution.taken(execution, "toTeam"),
        EscalationExecution.taken(execution, "toAssignee"),
        choice(execution, "newImpact", Level.class),
        choice(execution, "newUrgency", Level.class),
        EscalationExecution.taken(execution, "note"),
        Boolean.parseBoolean(EscalationExecution.taken(execution, "moreToDecide")));
  }

  private static <E extends Enum<E>> E choice(
      DelegateExecution execution, String field, Class<E> type) {
    String given = EscalationExecution.taken(execution, field);
    return given == null
        ? null
        : Arrays.stream(type.getEnumConstants())
            .filter(value -> value.name().equals(given))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        field,
                        LocalizableText.of(
                            "refused.noneOf",
                            given,
                            LocalizableText.of(
                                "refused.brackets", RefusalTexts.oneOf(type.getEnumConstants())))));
  }
}
