package dev.baton.notification.delivery;

import dev.baton.incident.IncidentNumber;
import dev.baton.notification.NotificationSettings;
import dev.baton.notification.SilentAddresses;
import dev.baton.notification.StoredNotification;
import dev.baton.notification.Suppression;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
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

  private final JdbcTemplate jdbc;
  private final OwnAddresses own;
  private final NotificationSettings settings;
  private final Clock clock;

  AddressBook(JdbcTemplate jdbc, OwnAddresses own, NotificationSettings settings, Clock clock) {
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
    jdbc.update(
        "insert ignore into silent_address (incident, address, reason, since) values (?, ?, ?, ?)",
        incident.value(),
        address,
        reason.length() <= 300 ? reason : reason.substring(0, 300),
        clock.instant());
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
    Instant since = clock.instant().minus(HOUR);
    List<Refusal> found = new ArrayList<>();
    jdbc.query(
        """
        select (select reason from silent_address where incident = ? and address = ?),
          count(*), coalesce(sum(incident = ?), 0)
        from notification
        where address = ? and sent_at > ? and event <> 'UPDATE' and coalesce(sent_with, id) = id
        """,
        row -> {
          if (row.getString(1) != null) {
            found.add(new Refusal(Suppression.SILENCE, row.getString(1)));
          } else if (row.getInt(3) >= settings.perIncident()) {
            found.add(Refusal.of(Suppression.CAP_INCIDENT));
          } else if (row.getInt(2) >= settings.perAddress()) {
            found.add(Refusal.of(Suppression.CAP_ADDRESS));
          }
        },
        notification.incident(),
        notification.address(),
        notification.incident(),
        notification.address(),
        since);
    return found.stream().findFirst();
  }

  /** Returns the corrected address if there is one, otherwise the address itself. */
  public String current(String address) {
    return jdbc
        .queryForList(
            "select instead from corrected_address where address = ?", String.class, address)
        .stream()
        .findFirst()
        .orElse(address);
  }

  void mend(String address, String instead, String by) {
    jdbc.update("delete from corrected_address where address = ?", instead);
    jdbc.update(
        """
        insert into corrected_address (address, instead, by_whom, since) values (?, ?, ?, ?)
        on duplicate key update instead = value(instead), by_whom = value(by_whom),
          since = value(since)
        """,
        address,
        instead,
        by,
        clock.instant());
  }
}
