package dev.baton.incident.process;

import dev.baton.engine.Flows;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Passes an answer to the wait that asked for it; when that is over meanwhile, nothing is lost. */
@Component
class PassAnswerOn implements JavaDelegate {

  private static final String ANSWER = "answerAwaited";

  private final Flows flows;

  PassAnswerOn(Flows flows) {
    this.flows = flows;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String instance = execution.getProcessInstanceId();
    if (flows.listensTo(instance, ANSWER)) {
      flows.tell(instance, ANSWER, Map.of());
    }
  }
}
