package dev.baton.notification.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.engine.InternalStep;
import dev.baton.notification.delivery.Deliveries;
import dev.baton.notification.delivery.UndeliverableNotifications;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the notification flow; the longer ones have their own classes. */
@Configuration(proxyBeanMethods = false)
class ClientNotificationDelegates {

  /** Decides when a notification goes out. */
  @BuildingBlock(
      name = "Plan the delivery",
      description =
          "Decides when a notification goes out, or that its address must be corrected first.",
      needs = {"notificationId"},
      sets = {"outcome", "dueAt"})
  @Bean
  JavaDelegate planDelivery(Deliveries deliveries, NotificationLookup numbers) {
    return execution ->
        RouteByOutcome.keep(execution, deliveries.plan(numbers.notification(execution)));
  }

  /** Hands a notification to its channel. */
  @BuildingBlock(
      name = "Deliver",
      description = "Hands a notification to its channel, such as the mail server.",
      job = true,
      needs = {"notificationId"})
  @Bean
  JavaDelegate deliver(Deliveries deliveries, NotificationLookup numbers) {
    return execution -> deliveries.deliver(numbers.notification(execution));
  }

  /** Moves on to the plan's next channel, if there is one. */
  @BuildingBlock(
      name = "Take the next channel",
      description = "Moves on to the next channel of the communication plan, if there is one.",
      needs = {"notificationId"},
      sets = {"outcome"})
  @Bean
  JavaDelegate takeNextChannel(Deliveries deliveries, NotificationLookup numbers) {
    return execution -> {
      Optional<Long> next = deliveries.takeNextChannel(numbers.notification(execution));
      next.ifPresent(
          id -> NotificationVariables.keep(execution, NotificationVariables.NOTIFICATION_ID, id));
      NotificationVariables.passWithin(
          execution, NotificationVariables.OUTCOME, next.isPresent() ? "now" : "undeliverable");
    };
  }

  /** Gives the delivery the one notification that bounced. */
  @InternalStep(
      "It begins again the delivery of a mail that bounced, which only client-notification does.")
  @Bean
  JavaDelegate noteReturn(NotificationLookup numbers) {
    return execution ->
        NotificationVariables.pass(
            execution,
            NotificationVariables.NOTIFICATIONS,
            List.of(numbers.notification(execution)));
  }

  /** Applies the new address. */
  @BuildingBlock(
      name = "Correct the address",
      description = "Applies the new address from the form.",
      needs = {"notificationId", "newAddress"})
  @Bean({"correctDelivery", "mendDelivery"})
  JavaDelegate correctDelivery(UndeliverableNotifications correction, NotificationLookup numbers) {
    return execution -> {
      Object given = execution.getVariable(NotificationVariables.NEW_ADDRESS);
      execution.removeVariable(NotificationVariables.NEW_ADDRESS);
      correction.mend(numbers.notification(execution), given == null ? null : given.toString());
    };
  }

  /** Records that a notification stays undelivered. */
  @BuildingBlock(
      name = "Give up the delivery",
      description = "Records that a notification could not be delivered.",
      needs = {"notificationId"})
  @Bean
  JavaDelegate giveUpDelivery(UndeliverableNotifications correction, NotificationLookup numbers) {
    return execution -> correction.giveUp(numbers.notification(execution));
  }
}
