package dev.baton.desk.web;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers submitted forms for two days, so that a second click or a retry after a lost connection
 * does not submit anything twice.
 */
@Repository
public class SubmittedForms {

  private static final Duration KEPT = Duration.ofDays(2);
  private static final int FORGOTTEN_AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final Clock clock;

  SubmittedForms(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Claims the mark in the current transaction; waits for another transaction that has just claimed
   * it.
   *
   * @param mark 8 to 64 letters, digits and hyphens; null for a form without one
   */
  public boolean isNew(String mark, String login) {
    if (mark == null || mark.isEmpty()) {
      return true;
    }
    if (!mark.matches("[A-Za-z0-9-]{8,64}")) {
      throw new InvalidInput("once", LocalizableText.of("refused.formToken"));
    }
    Instant now = clock.instant();
    jdbc.sql("delete from submitted_form where sent_at < ? limit ?")
        .params(now.minus(KEPT), FORGOTTEN_AT_ONCE)
        .update();
    return jdbc.sql("insert ignore into submitted_form (login, mark, sent_at) values (?, ?, ?)")
            .params(login, mark, now)
            .update()
        == 1;
  }
}
