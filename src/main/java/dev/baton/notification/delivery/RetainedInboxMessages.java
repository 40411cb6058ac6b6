package dev.baton.notification.delivery;

import dev.baton.database.RetainedRecords;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages that agents have read on the desk. */
@Component
@Order(30)
class RetainedInboxMessages implements RetainedRecords {

  private final JdbcClient jdbc;

  RetainedInboxMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "readMessages";
  }

  @Override
  @Transactional(readOnly = true)
  public int countBefore(Instant before) {
    return jdbc.sql(
            "select count(*) from (select id from inbox_message where read_at < ? limit " + COUNTED + ") old")
        .param(before)
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional
  public int removeBefore(Instant before, int most) {
    return jdbc.sql("delete from inbox_message where read_at < ? limit " + most).param(before).update();
  }
}
