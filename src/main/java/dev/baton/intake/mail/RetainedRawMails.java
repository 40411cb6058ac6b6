package dev.baton.intake.mail;

import dev.baton.database.RetainedRecords;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails as they came, once they are taken in or dismissed. Their contacts keep the text and the
 * files.
 */
@Component
@Order(10)
class RetainedRawMails implements RetainedRecords {

  private static final String OLD =
      " from incoming_mail where has_raw and state in (:states) and received_at < :before limit ";
  private static final List<String> ENDED = List.of(IncomingMails.DONE, IncomingMails.DISMISSED);

  private final JdbcClient jdbc;

  RetainedRawMails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "rawMails";
  }

  @Override
  @Transactional(readOnly = true)
  public int countBefore(Instant before) {
    return jdbc.sql("select count(*) from (select id" + OLD + COUNTED + ") old")
        .param("states", ENDED)
        .param("before", before)
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional
  public int removeBefore(Instant before, int most) {
    List<Long> old =
        jdbc.sql("select id" + OLD + most)
            .param("states", ENDED)
            .param("before", before)
            .query(Long.class)
            .list();
    return old.isEmpty()
        ? 0
        : jdbc.sql("update incoming_mail set raw = '', has_raw = false where id in (:ids)")
            .param("ids", old)
            .update();
  }
}
