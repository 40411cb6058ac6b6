package dev.baton.intake.mail.process;

import dev.baton.engine.TrustedEngineAccess;
import dev.baton.intake.mail.ThanksOnlyRule;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Evaluates the newest short-thanks.dmn; without a matching rule, the reply reopens the incident.
 */
@Component
class ThanksOnlyDecisionTable implements ThanksOnlyRule {

  private final DecisionService decisions;
  private final TrustedEngineAccess trust;

  ThanksOnlyDecisionTable(DecisionService decisions, TrustedEngineAccess trust) {
    this.decisions = decisions;
    this.trust = trust;
  }

  @Override
  public boolean isNoteOnly(int words, boolean hasQuestion, String phrases) {
    DmnDecisionResult result =
        trust.trusted(
            () ->
                decisions
                    .evaluateDecisionByKey("short-thanks")
                    .variables(
                        Variables.putValue("words", words)
                            .putValue("hasQuestion", hasQuestion)
                            .putValue("phrases", phrases))
                    .evaluate());
    return !result.isEmpty() && "note".equals(result.getSingleResult().getEntry("effect"));
  }
}
