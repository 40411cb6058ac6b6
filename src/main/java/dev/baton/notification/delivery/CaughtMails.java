package dev.baton.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails that Baton would have sent if a mail server were configured. */
@Service
public class CaughtMails {

  private final JdbcTemplate database;

  CaughtMails(JdbcTemplate database) {
    this.database = database;
  }

  /**
   * Returns them newest first; if words are given, only those with matching recipients or subjects.
   */
  @Transactional(readOnly = true)
  public Page<CaughtMail> list(String words, Pageable page) {
    String like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    String where = " from caught_mail where recipient like ? or subject like ?";
    Long count = database.queryForObject("select count(*)" + where, Long.class, like, like);
    List<CaughtMail> found =
        database.query(
            "select id, notification_id, at, recipient, subject, '' as raw"
                + where
                + " order by at desc, id desc limit ? offset ?",
            CaughtMails::mail,
            like,
            like,
            page.getPageSize(),
            page.getOffset());
    return new PageImpl<>(found, page, count == null ? 0 : count);
  }

  @Transactional(readOnly = true)
  public Optional<CaughtMail> find(long id) {
    return database
        .query(
            "select id, notification_id, at, recipient, subject, raw from caught_mail where id = ?",
            CaughtMails::mail,
            id)
        .stream()
        .findFirst();
  }

  private static CaughtMail mail(ResultSet row, int number) throws SQLException {
    return new CaughtMail(
        row.getLong("id"),
        row.getLong("notification_id"),
        row.getObject("at", Instant.class),
        row.getString("recipient"),
        row.getString("subject"),
        row.getBytes("raw"));
  }
}
