package dev.baton.notification.delivery;

import dev.baton.engine.Flows;
import dev.baton.incident.IncidentNumber;
import dev.baton.mail.Bounce;
import dev.baton.mail.Bounce.FailedRecipient;
import dev.baton.notification.StoredNotification;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recognises our mail by its Message-IDs, and records bounces. */
@Service
@Transactional
class SentMailLog implements SentMailStatus {

  /** The message that starts the flow that corrects an address. */
  static final String CAME_BACK = "mailCameBack";

  private static final Duration LONGEST_ON_THE_WAY = Duration.ofDays(6);

  private final MessageIds messageIds;
  private final Outbox outbox;
  private final Flows flows;
  private final Clock clock;

  SentMailLog(MessageIds messageIds, Outbox outbox, Flows flows, Clock clock) {
    this.messageIds = messageIds;
    this.outbox = outbox;
    this.flows = flows;
    this.clock = clock;
  }

  @Override
  public Optional<IncidentNumber> incidentOf(String messageId) {
    return messageIds.read(messageId).map(MessageIds.Meaning::incident);
  }

  @Override
  public Optional<IncidentNumber> cameBack(Bounce bounce) {
    Optional<MessageIds.Meaning> meaning = messageIds.read(bounce.originalMessageId());
    Optional<StoredNotification> sent =
        meaning.isPresent()
            ? outbox
                .find(meaning.get().notification())
                .filter(found -> found.incident().equals(meaning.get().incident().value()))
            : bounce.originalMessageId() == null ? byAddress(bounce) : Optional.empty();
    sent.ifPresent(notification -> record(notification, bounce));
    return sent.map(notification -> new IncidentNumber(notification.incident()))
        .or(() -> meaning.map(MessageIds.Meaning::incident));
  }

  /** A report that does not name a mail is taken to be about the newest one to that address. */
  private Optional<StoredNotification> byAddress(Bounce bounce) {
    return bounce.recipients().stream()
        .map(FailedRecipient::address)
        .filter(Objects::nonNull)
        .flatMap(a -> outbox.newestTo(a, clock.instant().minus(LONGEST_ON_THE_WAY)).stream())
        .findFirst();
  }

  private void record(StoredNotification notification, Bounce bounce) {
    String words = words(bounce);
    if (!bounce.isPermanent()) {
      outbox.delayed(notification.id(), words);
    } else if (outbox.cameBack(notification.id(), words)) {
      flows.start(CAME_BACK, notification.incident(), Map.of("notificationId", notification.id()));
    }
  }

  private static String words(Bounce bounce) {
    String words =
        bounce.recipients().stream()
            .map(
                failed ->
                    Stream.of(failed.address(), failed.status(), failed.diagnostic())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("; "));
    return words.isBlank() ? "The mail came back without a reason." : words;
  }
}
