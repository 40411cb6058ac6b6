package dev.baton.notification.delivery;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.journal.DeliveryNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.NotificationSettings;
import dev.baton.notification.StoredNotification;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person decide about a notification that bounced or could not be delivered. */
@Service
@Transactional
public class UndeliverableNotifications {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,255}");

  private final Outbox outbox;
  private final AddressBook addresses;
  private final DeliveryNotes notes;
  private final IncidentSearch incidents;
  private final NotificationSettings settings;
  private final ActingPerson actingPerson;
  private final Clock clock;

  UndeliverableNotifications(
      Outbox outbox,
      AddressBook addresses,
      DeliveryNotes notes,
      IncidentSearch incidents,
      NotificationSettings settings,
      ActingPerson actingPerson,
      Clock clock) {
    this.outbox = outbox;
    this.addresses = addresses;
    this.notes = notes;
    this.incidents = incidents;
    this.settings = settings;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /**
   * The task that the person gets.
   *
   * @param team of the incident; null while it has none
   * @param words the other server's message
   * @param until when the task expires
   */
  public record AddressProblem(
      String incident,
      String client,
      String subject,
      String priority,
      String team,
      String address,
      String event,
      String words,
      Instant until) {}

  @Transactional(readOnly = true)
  public AddressProblem asked(long id) {
    StoredNotification notification = outbox.get(id);
    var incident = incidents.get(new IncidentNumber(notification.incident()));
    return new AddressProblem(
        incident.number(),
        incident.client(),
        incident.subject(),
        incident.priority() == null ? null : incident.priority().name(),
        incident.team(),
        notification.address(),
        notification.event().code(),
        notification.lastError() == null ? "No reason was given." : notification.lastError(),
        clock.instant().plus(settings.mendWithin()));
  }

  /**
   * Sends it again, to a new address or to the same one.
   *
   * @param given null for the same; a new address replaces the old one for all later messages
   */
  @RequiresPermission(Permission.WORK)
  public void mend(long id, String given) {
    StoredNotification notification = outbox.get(id);
    String old = notification.address();
    String address = given == null || given.isBlank() ? old : given.strip();
    if (address == null || (isMail(notification) && !ADDRESS.matcher(address).matches())) {
      throw new InvalidInput(
          "newAddress", LocalizableText.of("refused.noAddress", String.valueOf(given)));
    }
    if (isMail(notification)) {
      addresses
          .refusal(address)
          .ifPresent(
              refusal -> {
                throw new InvalidInput("newAddress", refusal.reason().text());
              });
      if (old != null && !old.equalsIgnoreCase(address)) {
        addresses.mend(old, address, actingPerson.current().name());
      }
    }
    if (!outbox.mended(id, address, clock.instant())) {
      throw new IllegalStateException(
          "Notification %d neither failed nor came back: it is on its way.".formatted(id));
    }
    note(notification, LocalizableText.of("entry.sent-again", notification.event(), address));
  }

  /** Leaves it undelivered. */
  @RequiresPermission(Permission.WORK)
  public void giveUp(long id) {
    StoredNotification notification = outbox.get(id);
    note(
        notification,
        LocalizableText.of(
            "entry.not-reached",
            notification.event(),
            notification.address(),
            String.valueOf(notification.lastError())));
  }

  private void note(StoredNotification notification, LocalizableText text) {
    notes.write(new IncidentNumber(notification.incident()), text);
  }

  private static boolean isMail(StoredNotification notification) {
    return notification.channel() == ChannelKind.MAIL;
  }
}
