package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes the new impact and urgency over, and lays them before the priority table. */
@Component
class Reassess implements ExecutionListener {

  private final IncidentLifecycle lifecycle;

  Reassess(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    IncidentNumber number = FormInput.number(execution);
    lifecycle.reassess(
        number,
        level(execution, "newImpact", "impact"),
        level(execution, "newUrgency", "urgency"),
        FormInput.text(execution, "note"));
    DescribeIncident.lay(lifecycle.facts(number), execution);
  }

  private static Level level(DelegateExecution execution, String input, String field) {
    Level level = FormInput.choice(execution, input, Level.class);
    if (level == null) {
      throw new InvalidInput(field, LocalizableText.of("refused.level"));
    }
    return level;
  }
}
