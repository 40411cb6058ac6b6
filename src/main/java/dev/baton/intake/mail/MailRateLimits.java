package dev.baton.intake.mail;

import dev.baton.incident.IncidentView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stops what no sign of a machine has stopped: so many mails in an hour are no person's. Each cap
 * is told once in an hour.
 */
@Component
class MailRateLimits {

  private static final Duration WITHIN = Duration.ofHours(1);

  private final IncomingMailSettings settings;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  MailRateLimits(IncomingMailSettings settings, JdbcTemplate jdbc, Clock clock) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Forged mail counts apart, so that it cannot use up what is the sender's own. */
  boolean isReachedBy(String sender, boolean isVerified) {
    return taken("sender", sender, isVerified) >= settings.fromOneSender();
  }

  boolean isReachedOn(IncidentView incident, boolean isVerified) {
    return taken("incident", incident.number(), isVerified) >= settings.onOneIncident();
  }

  private long taken(String column, String value, boolean isVerified) {
    return jdbc.queryForObject(
        "select count(*) from incoming_mail where "
            + column
            + " = ? and sender_verified = ? and done_at > ?",
        Long.class,
        value,
        isVerified,
        clock.instant().minus(WITHIN));
  }

  /** Whether it was not told yet in this hour; it counts as told then. */
  boolean isNews(String about) {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    return jdbc.update(
            "insert ignore into mail_cap_notice (about, hour) values (?, ?)", about, hour)
        == 1;
  }

  int perSender() {
    return settings.fromOneSender();
  }

  int perIncident() {
    return settings.onOneIncident();
  }
}
