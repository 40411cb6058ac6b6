package dev.baton.notification.process;

import dev.baton.notification.Deliveries;
import java.time.Duration;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what follows a try; the pauses between tries stand at the step. */
@Component
class RecordDelivery implements JavaDelegate {

  private final Deliveries deliveries;

  RecordDelivery(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String pauses = (String) execution.getVariable(NotificationVariables.PAUSES);
    Outcome.keep(
        execution,
        deliveries.record(
            NotificationVariables.notification(execution),
            Stream.of(pauses.split(",")).map(String::strip).map(Duration::parse).toList()));
  }
}
