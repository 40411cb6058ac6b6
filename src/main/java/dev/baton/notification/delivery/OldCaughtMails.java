package dev.baton.notification.delivery;

import dev.baton.retention.RetainedRecords;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails that were kept, since no mail server was configured. */
@Component
@Order(2)
class OldCaughtMails implements RetainedRecords {

  private final JdbcClient jdbc;

  OldCaughtMails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "keptMail";
  }

  @Override
  public long count(Instant before) {
    return jdbc.sql("select count(*) from caught_mail where at < ?")
        .param(before)
        .query(Long.class)
        .single();
  }

  @Override
  public int remove(Instant before, int most) {
    return jdbc.sql("delete from caught_mail where at < ? order by at limit ?")
        .params(before, most)
        .update();
  }
}
