package dev.baton.notification.delivery;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.journal.DeliveryNotes;
import dev.baton.notification.StoredNotification;
import dev.baton.notification.Suppression;
import dev.baton.web.text.LocalizableText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notifies the desk when a cap applies: once per incident and address. */
@Component
class RateLimitNotice {

  private static final Logger log = LoggerFactory.getLogger(RateLimitNotice.class);

  private final DeliveryNotes notes;
  private final Outbox outbox;

  RateLimitNotice(DeliveryNotes notes, Outbox outbox) {
    this.notes = notes;
    this.outbox = outbox;
  }

  void tell(StoredNotification notification, AddressBook.Refusal refusal) {
    boolean isCap =
        refusal.reason() == Suppression.CAP_ADDRESS || refusal.reason() == Suppression.CAP_INCIDENT;
    if (isCap && outbox.isFirstCapped(notification)) {
      log.warn(
          "{}: no more messages are sent to a recipient for now: {}",
          notification.incident(),
          refusal.words());
      notes.write(
          new IncidentNumber(notification.incident()),
          LocalizableText.of(
              "entry.not-notified",
              notification.address(),
              notification.event(),
              refusal.reason().text()));
    }
  }
}
