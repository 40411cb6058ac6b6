package dev.baton.notification.process;

import dev.baton.notification.delivery.Deliveries;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Tells a gateway which path to take. */
final class RouteByOutcome {

  private RouteByOutcome() {}

  static void keep(DelegateExecution execution, Deliveries.Step step) {
    NotificationVariables.passWithin(execution, NotificationVariables.OUTCOME, words(step.next()));
    if (step.dueAt() != null) {
      NotificationVariables.passWithin(
          execution, NotificationVariables.DUE_AT, Date.from(step.dueAt()));
    }
  }

  private static String words(Deliveries.Next next) {
    return switch (next) {
      case NOW -> "now";
      case SENT -> "sent";
      case LATER -> "later";
      case CHANNEL_DOWN -> "channelDown";
      case UNDELIVERABLE -> "undeliverable";
    };
  }
}
