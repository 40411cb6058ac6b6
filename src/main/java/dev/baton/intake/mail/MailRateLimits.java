package dev.baton.intake.mail;

import dev.baton.incident.IncidentView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops floods that no sign of a machine has stopped: no person sends that many mails in an hour.
 * Each cap is reported once per hour.
 */
@Component
class MailRateLimits {

  private static final Duration WITHIN = Duration.ofHours(1);

  private final IncomingMailSettings settings;
  private final JdbcClient jdbc;
  private final Clock clock;

  MailRateLimits(IncomingMailSettings settings, JdbcClient jdbc, Clock clock) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Forged mail has its own count, so that it cannot use up the sender's allowance. */
  boolean isReachedBy(String sender, boolean isVerified) {
    return taken("sender", sender, isVerified) >= settings.fromOneSender();
  }

  boolean isReachedOn(IncidentView incident, boolean isVerified) {
    return taken("incident", incident.number(), isVerified) >= settings.onOneIncident();
  }

  private long taken(String column, String value, boolean isVerified) {
    return jdbc.sql(
            "select count(*) from incoming_mail where "
                + column
                + " = ? and sender_verified = ? and done_at > ?")
        .params(value, isVerified, clock.instant().minus(WITHIN))
        .query(Long.class)
        .single();
  }

  /** Returns whether the cap was not yet reported in this hour, and marks it as reported. */
  boolean isNews(String about) {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    return jdbc.sql("insert ignore into mail_cap_notice (about, hour) values (?, ?)")
            .params(about, hour)
            .update()
        == 1;
  }

  int perSender() {
    return settings.fromOneSender();
  }

  int perIncident() {
    return settings.onOneIncident();
  }
}
