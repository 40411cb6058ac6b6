package dev.baton.notification.delivery;

import dev.baton.retention.RetainedRecords;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inbox messages that were read long ago; unread ones stay. */
@Component
@Order(3)
class OldInboxMessages implements RetainedRecords {

  private final JdbcClient jdbc;

  OldInboxMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "readMessages";
  }

  @Override
  public long count(Instant before) {
    return jdbc.sql("select count(*) from inbox_message where read_at < ?")
        .param(before)
        .query(Long.class)
        .single();
  }

  @Override
  public int remove(Instant before, int most) {
    return jdbc.sql("delete from inbox_message where read_at < ? order by read_at limit ?")
        .params(before, most)
        .update();
  }
}
