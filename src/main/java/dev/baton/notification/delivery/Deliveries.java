package dev.baton.notification.delivery;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.notification.Announcement;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.StoredNotification;
import dev.baton.notification.Suppression;
import dev.baton.notification.template.MessageComposer;
import dev.baton.notification.template.RenderedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one notification: decides when to send it, hands it to its channel, and decides what
 * follows. The handover is recorded in its own transaction, so a flow step that fails afterwards
 * does not send the notification twice.
 */
@Service
public class Deliveries {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final Outbox outbox;
  private final DeliveryChannels channels;
  private final MessageComposer letters;
  private final DigestComposer digests;
  private final MailAttachments files;
  private final AddressBook addresses;
  private final RateLimitNotice caps;
  private final MessageIds messageIds;
  private final NotificationEvents events;
  private final IncidentSearch incidents;
  private final Clock clock;
  private final TransactionTemplate ownTransaction;
  private final TransactionTemplate noTransaction;

  Deliveries(
      Outbox outbox,
      DeliveryChannels channels,
      MessageComposer letters,
      DigestComposer digests,
      MailAttachments files,
      AddressBook addresses,
      RateLimitNotice caps,
      MessageIds messageIds,
      NotificationEvents events,
      IncidentSearch incidents,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.outbox = outbox;
    this.channels = channels;
    this.letters = letters;
    this.digests = digests;
    this.files = files;
    this.addresses = addresses;
    this.caps = caps;
    this.messageIds = messageIds;
    this.events = events;
    this.incidents = incidents;
    this.clock = clock;
    this.ownTransaction = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.noTransaction = template(transactions, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
  }

  private static TransactionTemplate template(PlatformTransactionManager manager, int propagation) {
    TransactionTemplate template = new TransactionTemplate(manager);
    template.setPropagationBehavior(propagation);
    return template;
  }

  /** What the flow does next with a notification. */
  public enum Next {
    NOW,
    /** Nothing; the delivery is over. */
    SENT,
    /** At {@link Step#dueAt}. */
    LATER,
    CHANNEL_DOWN,
    UNDELIVERABLE
  }

  /**
   * @param dueAt of {@link Next#LATER}; null otherwise
   */
  public record Step(Next next, Instant dueAt) {

    static Step of(Next next) {
      return new Step(next, null);
    }
  }

  /**
   * Decides when it goes. A notification that bounced goes to the people who correct its address.
   */
  @Transactional(readOnly = true)
  public Step plan(long id) {
    StoredNotification notification = outbox.get(id);
    return switch (notification.status()) {
      case QUEUED ->
          notification.sendAt().isAfter(clock.instant())
              ? new Step(Next.LATER, notification.sendAt())
              : Step.of(Next.NOW);
      case BOUNCED -> Step.of(Next.UNDELIVERABLE);
      case SENT, DELIVERED, FAILED, SUPPRESSED -> Step.of(Next.NOW); // nothing is left to hand over
    };
  }

  /** Hands it to its channel, unless that has happened already or it is no longer wanted. */
  public void deliver(long id) {
    StoredNotification notification = outbox.get(id);
    if (notification.status() != DeliveryStatus.QUEUED || isSuppressed(notification)) {
      return;
    }
    Announcement announced = outbox.announcement(notification.announcementId()).orElseThrow();
    List<StoredNotification> gathered =
        ownTransaction.execute(status -> digests.with(notification, clock.instant()));
    if (gathered.isEmpty()) {
      return; // another one takes it along, or lets it go
    }
    RenderedMessage content =
        digests.join(notification, letters.write(notification, announced), gathered);
    String messageId = messageIds.of(notification.incident(), id);
    OutgoingMessage outgoing =
        new OutgoingMessage(
            id,
            notification.incident(),
            notification.event(),
            notification.address(),
            notification.recipientName(),
            messageId,
            messageIds.threadOf(notification.incident()),
            content,
            notification.channel() == ChannelKind.MAIL ? enclosed(gathered) : List.of());
    hand(notification, outgoing, gathered);
  }

  private List<OutgoingMessage.File> enclosed(List<StoredNotification> gathered) {
    return files.of(
        gathered.stream()
            .filter(each -> each.event().equals(NotificationEvent.UPDATE))
            .map(each -> outbox.announcement(each.announcementId()).orElseThrow())
            .toList());
  }

  private void hand(
      StoredNotification notification,
      OutgoingMessage outgoing,
      List<StoredNotification> gathered) {
    try {
      Supplier<DeliveryChannel.Handover> send =
          () -> channels.get(notification.channel()).send(outgoing);
      DeliveryChannel.Handover handover = noTransaction.execute(status -> send.get());
      ownTransaction.executeWithoutResult(
          status -> {
            Instant now = clock.instant();
            for (StoredNotification each : gathered) {
              // The message has been sent, so an error here would send it again. If a faster
              // attempt has already updated the row, the log warns that the message may arrive
              // twice.
              if (!outbox.handedOver(each.id(), handover, messageIdOf(each, outgoing), now)) {
                log.warn("Notification {} was handed over, but not queued any more.", each.id());
              }
            }
          });
    } catch (DeliveryChannel.NotYet e) {
      ownTransaction.executeWithoutResult(status -> outbox.notYet(notification.id(), e.until()));
    } catch (DeliveryChannel.Undeliverable e) {
      noted(notification, true, e.getMessage(), outgoing.messageId());
    } catch (DeliveryChannel.ChannelDown e) {
      noted(notification, false, e.getMessage(), outgoing.messageId());
    }
  }

  private static String messageIdOf(StoredNotification each, OutgoingMessage outgoing) {
    return each.id() == outgoing.notification() ? outgoing.messageId() : null;
  }

  private void noted(StoredNotification failed, boolean undeliverable, String words, String id) {
    ownTransaction.executeWithoutResult(
        status -> {
          // If it is no longer queued, another attempt reached the recipient, and that one counts.
          outbox.notHandedOver(failed.id(), undeliverable, words, id);
          outbox.letGo(failed);
        });
  }

  private boolean isSuppressed(StoredNotification notification) {
    if (isOvertaken(notification)) {
      suppress(notification, AddressBook.Refusal.of(Suppression.OVERTAKEN));
      return true;
    }
    if (notification.channel() != ChannelKind.MAIL || notification.isByHand()) {
      return false;
    }
    Optional<AddressBook.Refusal> refusal = addresses.refusal(notification);
    refusal.ifPresent(reason -> suppress(notification, reason));
    return refusal.isPresent();
  }

  private void suppress(StoredNotification notification, AddressBook.Refusal refusal) {
    boolean suppressed =
        Boolean.TRUE.equals(
            ownTransaction.execute(
                status -> outbox.suppressed(notification.id(), refusal.reason(), refusal.words())));
    if (suppressed) {
      caps.tell(notification, refusal);
    }
  }

  /**
   * Reminders and warnings about something that has ended are not sent; the notification of its end
   * is.
   */
  private boolean isOvertaken(StoredNotification notification) {
    NotificationEvent event = notification.event();
    if (event.equals(NotificationEvent.ASSIGNED)) {
      return isResolved(notification);
    }
    return switch (events.topicOf(event)) {
      case HOLD -> incident(notification).status() != Status.ON_HOLD;
      case DEADLINE, ESCALATION -> isResolved(notification);
      case INCIDENT, MESSAGE, RESOLUTION, MAJOR_INCIDENT -> false;
    };
  }

  private boolean isResolved(StoredNotification notification) {
    Status status = incident(notification).status();
    return status == Status.RESOLVED || status.isFinal();
  }

  private IncidentView incident(StoredNotification notification) {
    return incidents.get(new IncidentNumber(notification.incident()));
  }

  /**
   * Decides what follows the last attempt.
   *
   * @param pauses the pauses before the second attempt, the third, and so on, if there is another
   *     channel; after the last one, this channel counts as down
   * @param lastPauses the same for the last channel
   */
  @Transactional
  public Step record(long id, List<Duration> pauses, List<Duration> lastPauses) {
    StoredNotification notification = outbox.get(id);
    if (notification.status() != DeliveryStatus.QUEUED) {
      return Step.of(Next.SENT);
    }
    if ("UNDELIVERABLE".equals(notification.fault())) {
      return Step.of(outbox.failed(id) ? Next.UNDELIVERABLE : Next.SENT);
    }
    if ("NOT_YET".equals(notification.fault())) {
      return new Step(Next.LATER, notification.sendAt());
    }
    List<Duration> between = notification.nextChannel() == null ? lastPauses : pauses;
    if (notification.tries() > between.size()) {
      return Step.of(outbox.failed(id) ? Next.CHANNEL_DOWN : Next.SENT);
    }
    Instant again = clock.instant().plus(between.get(Math.max(notification.tries(), 1) - 1));
    return outbox.waitUntil(id, again) ? new Step(Next.LATER, again) : Step.of(Next.SENT);
  }

  /**
   * Moves on to the plan's next channel. Returns the notification there, or empty if there is no
   * further channel.
   */
  @Transactional
  public Optional<Long> takeNextChannel(long id) {
    return outbox.onNextChannel(outbox.get(id), clock.instant());
  }
}
