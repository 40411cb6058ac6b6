package dev.baton.notification.process;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.notification.delivery.Deliveries;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Decides what follows an attempt; the step defines the pauses between attempts. */
@BuildingBlock(
    name = "Record the delivery",
    description = "Records how an attempt went, and decides whether and when to try again.",
    inputs = {
      @BlockInput(
          name = "pauses",
          label = "Pauses between attempts",
          description = "Durations, such as PT30S, PT2M",
          value = "PT30S, PT2M, PT10M",
          choices = BlockChoices.DURATIONS),
      @BlockInput(
          name = "lastPauses",
          label = "Pauses on the last channel",
          description = "Used when no other channel is left",
          value = "PT30S, PT2M, PT10M, PT30M, PT1H",
          choices = BlockChoices.DURATIONS)
    },
    needs = {"notificationId"},
    sets = {"outcome", "dueAt"})
@Component
class RecordDelivery implements JavaDelegate {

  private final Deliveries deliveries;
  private final NotificationLookup numbers;

  RecordDelivery(Deliveries deliveries, NotificationLookup numbers) {
    this.deliveries = deliveries;
    this.numbers = numbers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RouteByOutcome.keep(
        execution,
        deliveries.record(
            numbers.notification(execution),
            pauses(execution, NotificationVariables.PAUSES),
            pauses(execution, NotificationVariables.LAST_PAUSES)));
  }

  private static List<Duration> pauses(DelegateExecution execution, String name) {
    String words = (String) execution.getVariable(name);
    return Stream.of(words.split(",")).map(String::strip).map(Duration::parse).toList();
  }
}
