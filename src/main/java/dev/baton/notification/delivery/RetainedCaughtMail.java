package dev.baton.notification.delivery;

import dev.baton.database.RetainedRecords;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail that was kept because no mail server was set. */
@Component
@Order(20)
class RetainedCaughtMail implements RetainedRecords {

  private final JdbcClient jdbc;

  RetainedCaughtMail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "caughtMails";
  }

  @Override
  @Transactional(readOnly = true)
  public int countBefore(Instant before) {
    return jdbc.sql(
            "select count(*) from (select id from caught_mail where at < ? limit " + COUNTED + ") old")
        .param(before)
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional
  public int removeBefore(Instant before, int most) {
    return jdbc.sql("delete from caught_mail where at < ? limit " + most).param(before).update();
  }
}
