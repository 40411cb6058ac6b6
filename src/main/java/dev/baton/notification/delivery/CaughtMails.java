package dev.baton.notification.delivery;

import dev.baton.database.LikePattern;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails that Baton would have sent if a mail server were configured. */
@Service
public class CaughtMails {

  private final JdbcClient jdbc;

  CaughtMails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns them newest first; if words are given, only those with matching recipients or subjects.
   *
   * @param withSignIns whether mails that concern a person's sign-in, such as invitations, are
   *     among them
   */
  @Transactional(readOnly = true)
  public Page<CaughtMail> list(String words, boolean withSignIns, Pageable page) {
    String like = LikePattern.containing(words);
    String where =
        " from caught_mail where (recipient like ? or subject like ?)" + filter(withSignIns);
    long count = jdbc.sql("select count(*)" + where).params(like, like).query(Long.class).single();
    List<CaughtMail> found =
        jdbc.sql(
                "select id, coalesce(notification_id, 0) as notification, at, recipient, subject, '' as raw"
                    + where
                    + " order by at desc, id desc limit ? offset ?")
            .params(like, like, page.getPageSize(), page.getOffset())
            .query(CaughtMail.class)
            .list();
    return new PageImpl<>(found, page, count);
  }

  @Transactional(readOnly = true)
  public Optional<CaughtMail> find(long id, boolean withSignIns) {
    return jdbc.sql(
            "select id, coalesce(notification_id, 0) as notification, at, recipient, subject, raw"
                + " from caught_mail where id = ?"
                + filter(withSignIns))
        .param(id)
        .query(CaughtMail.class)
        .optional();
  }

  private static String filter(boolean withSignIns) {
    return withSignIns ? "" : " and notification_id is not null";
  }
}
