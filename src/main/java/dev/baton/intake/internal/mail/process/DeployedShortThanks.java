package dev.baton.intake.internal.mail.process;

import dev.baton.engine.EngineTrust;
import dev.baton.intake.internal.mail.ShortThanks;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the newest short-thanks.dmn; what it does not know reopens. */
@Component
class DeployedShortThanks implements ShortThanks {

  private final DecisionService decisions;
  private final EngineTrust trust;

  DeployedShortThanks(DecisionService decisions, EngineTrust trust) {
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
