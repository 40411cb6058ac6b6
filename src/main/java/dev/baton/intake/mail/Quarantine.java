package dev.baton.intake.mail;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.Flows;
import dev.baton.engine.NotOffered;
import dev.baton.engine.OpenTask;
import dev.baton.engine.OpenTasks;
import dev.baton.web.text.LocalizableText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of mails that could not be taken in. What becomes of one is decided by completing the
 * task that its flow has opened, wherever that is done.
 */
@Service
@Transactional(readOnly = true)
public class Quarantine {

  /** So much of a mail has its whole head in it, as far as a list shows it. */
  private static final int HEAD = 65_536;

  private final JdbcClient jdbc;
  private final OpenTasks tasks;
  private final Flows flows;

  Quarantine(JdbcClient jdbc, OpenTasks tasks, Flows flows) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.flows = flows;
  }

  /** What may become of a mail: the outcomes of the task. */
  public enum Outcome {
    RETRY,
    DISMISS
  }

  /**
   * A mail that waits for a decision.
   *
   * @param sender as the mail's head says; a dash if it does not
   * @param subject likewise
   * @param size in bytes, as it came
   * @param isCut whether it was too large, so that only its head was fetched
   * @param tries how often it was tried in vain
   * @param error why it cannot be taken in; null if nothing was noted
   */
  public record HeldMail(
      long id,
      String box,
      String sender,
      String subject,
      long size,
      boolean isCut,
      Instant receivedAt,
      int tries,
      String error) {}

  /** Oldest first. */
  public Page<HeldMail> waiting(Pageable page) {
    List<HeldMail> mails =
        jdbc.sql(
                """
                select m.id, m.box, m.size, m.is_cut, m.received_at, f.tries, f.error,
                  substr(m.raw, 1, %d) head
                from incoming_mail m left join incoming_mail_failure f on f.mail_id = m.id
                where m.state = ? order by m.received_at, m.id limit ? offset ?
                """
                    .formatted(HEAD))
            .params(IncomingMails.QUARANTINED, page.getPageSize(), page.getOffset())
            .query(
                (row, n) -> {
                  byte[] head = row.getBytes("head");
                  return new HeldMail(
                      row.getLong("id"),
                      row.getString("box"),
                      QuarantinedMail.field(head, "from"),
                      QuarantinedMail.field(head, "subject"),
                      row.getLong("size"),
                      row.getBoolean("is_cut"),
                      row.getObject("received_at", Instant.class),
                      row.getInt("tries"),
                      row.getString("error"));
                })
            .list();
    return new PageImpl<>(mails, page, count());
  }

  /** How many wait. */
  public long count() {
    return jdbc.sql("select count(*) from incoming_mail where state = ?")
        .param(IncomingMails.QUARANTINED)
        .query(Long.class)
        .single();
  }

  /** The mail as it came; empty if it does not wait here. */
  public Optional<byte[]> raw(long id) {
    return jdbc.sql("select raw from incoming_mail where id = ? and state = ?")
        .params(id, IncomingMails.QUARANTINED)
        .query(byte[].class)
        .optional();
  }

  /**
   * Completes the task that the mail's flow has opened.
   *
   * @throws NotOffered if the mail does not wait, or not any more
   */
  @Transactional
  @RequiresPermission(Permission.WORK)
  public void decide(long id, Outcome outcome) {
    OpenTask task =
        tasks.of(IncomingMails.businessKey(id)).stream()
            .findFirst()
            .orElseThrow(() -> new NotOffered(LocalizableText.of("refused.mail.decided")));
    flows.complete(task.offered(), Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
  }
}
