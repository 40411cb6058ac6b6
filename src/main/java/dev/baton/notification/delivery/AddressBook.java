package dev.baton.notification.delivery;

import dev.baton.incident.IncidentNumber;
import dev.baton.notification.NotificationSettings;
import dev.baton.notification.SilentAddresses;
import dev.baton.notification.StoredNotification;
import dev.baton.notification.Suppression;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what is known about addresses: which belong to machines, which bounced, and which have
 * reached their limit.
 */
@Component
@Transactional
public class AddressBook implements SilentAddresses {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Pattern MACHINE =
      Pattern.compile(
          "(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|abuse)([+._-].*)?@.*");

  private final JdbcClient jdbc;
  private final OwnAddresses own;
  private final NotificationSettings settings;
  private final Clock clock;

  AddressBook(JdbcClient jdbc, OwnAddresses own, NotificationSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.own = own;
    this.settings = settings;
    this.clock = clock;
  }

  /** The reasons for not writing to an address. */
  public record Refusal(Suppression reason, String words) {

    public static Refusal of(Suppression reason) {
      return new Refusal(reason, reason.words());
    }
  }

  @Override
  public void keepSilent(IncidentNumber incident, String address, String reason) {
    jdbc.sql(
            "insert ignore into silent_address (incident, address, reason, since)"
                + " values (?, ?, ?, ?)")
        .params(
            incident.value(),
            address,
            reason.length() <= 300 ? reason : reason.substring(0, 300),
            clock.instant())
        .update();
  }

  /** Checks the address itself: whether it is one of our own, or a machine's. */
  public Optional<Refusal> refusal(String address) {
    if (own.isOurs(address)) {
      return Optional.of(Refusal.of(Suppression.OWN_ADDRESS));
    }
    return MACHINE.matcher(address.toLowerCase(Locale.ROOT)).matches()
        ? Optional.of(Refusal.of(Suppression.MACHINE))
        : Optional.empty();
  }

  /** Checks whether an automatic message may go to the address now, given silences and caps. */
  public Optional<Refusal> refusal(StoredNotification notification) {
    return jdbc.sql(
            """
            select (select reason from silent_address
                where incident = :incident and address = :address),
              count(*), coalesce(sum(incident = :incident), 0)
            from notification
            where address = :address and sent_at > :since and event <> 'UPDATE'
              and coalesce(sent_with, id) = id
            """)
        .param("incident", notification.incident())
        .param("address", notification.address())
        .param("since", clock.instant().minus(HOUR))
        .query((row, n) -> refusal(row.getString(1), row.getInt(2), row.getInt(3)))
        .optional();
  }

  private Refusal refusal(String silence, int toAddress, int aboutIncident) {
    if (silence != null) {
      return new Refusal(Suppression.SILENCE, silence);
    }
    if (aboutIncident >= settings.perIncident()) {
      return Refusal.of(Suppression.CAP_INCIDENT);
    }
    return toAddress >= settings.perAddress() ? Refusal.of(Suppression.CAP_ADDRESS) : null;
  }

  /** Returns the corrected address if there is one, otherwise the address itself. */
  public String current(String address) {
    return jdbc.sql("select instead from corrected_address where address = ?")
        .param(address)
        .query(String.class)
        .optional()
        .orElse(address);
  }

  void mend(String address, String instead, String by) {
    jdbc.sql("delete from corrected_address where address = ?").param(instead).update();
    jdbc.sql(
            """
            insert into corrected_address (address, instead, by_whom, since) values (?, ?, ?, ?)
            on duplicate key update instead = value(instead), by_whom = value(by_whom),
              since = value(since)
            """)
        .params(address, instead, by, clock.instant())
        .update();
  }
}
