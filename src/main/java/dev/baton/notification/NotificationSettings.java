package dev.baton.notification;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits and times of notifications: {@code baton.notification}.
 *
 * @param perAddress automatic messages to one address in an hour
 * @param perIncident automatic messages to one address about one incident in an hour
 * @param quietFrom when a recipient's quiet hours begin, in local time
 * @param quietTo when they end
 * @param digestAt when a recipient gets the digest
 * @param mendWithin how long the task to correct an address stays open
 * @param webhookAllowed hosts, and networks such as 10.1.0.0/16, that webhooks may call although
 *     they are not public
 */
@ConfigurationProperties("baton.notification")
public record NotificationSettings(
    Integer perAddress,
    Integer perIncident,
    LocalTime quietFrom,
    LocalTime quietTo,
    List<LocalTime> digestAt,
    Duration mendWithin,
    List<String> webhookAllowed) {

  public NotificationSettings {
    perAddress = perAddress == null ? 20 : perAddress;
    perIncident = perIncident == null ? 10 : perIncident;
    quietFrom = quietFrom == null ? LocalTime.of(22, 0) : quietFrom;
    quietTo = quietTo == null ? LocalTime.of(7, 0) : quietTo;
    digestAt =
        digestAt == null || digestAt.isEmpty()
            ? List.of(LocalTime.of(8, 0), LocalTime.of(13, 0), LocalTime.of(17, 0))
            : digestAt.stream().sorted().toList();
    mendWithin = mendWithin == null ? Duration.ofDays(14) : mendWithin;
    webhookAllowed = webhookAllowed == null ? List.of() : List.copyOf(webhookAllowed);
  }
}
