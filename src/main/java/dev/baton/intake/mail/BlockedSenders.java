package dev.baton.intake.mail;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.client.ClientDirectory;
import dev.baton.engine.ActingPerson;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Senders whose mail does not wait to be sorted. It is kept in the contact log; mail that belongs
 * to an incident, and mail of known requesters, is taken in as ever.
 */
@Service
@Transactional
public class BlockedSenders {

  private final IncomingMails mails;
  private final ClientDirectory clients;
  private final ActingPerson actingPerson;
  private final AuditTrail trail;
  private final JdbcClient jdbc;
  private final Clock clock;

  BlockedSenders(
      IncomingMails mails,
      ClientDirectory clients,
      ActingPerson actingPerson,
      AuditTrail trail,
      JdbcClient jdbc,
      Clock clock) {
    this.mails = mails;
    this.clients = clients;
    this.actingPerson = actingPerson;
    this.trail = trail;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A blocked address.
   *
   * @param blockedBy sign-in name
   */
  public record BlockedSender(String address, Instant blockedAt, String blockedBy) {}

  /** Who can be blocked because of this contact: the sender of its mail, unless it is known. */
  @Transactional(readOnly = true)
  public Optional<String> blockable(long contactId) {
    return mails.senderOf(contactId).filter(address -> clients.requestersWith(address).isEmpty());
  }

  /**
   * Blocks the sender of the contact's mail.
   *
   * @throws InvalidInput if it has none, or a known requester sent it
   */
  @RequiresPermission(Permission.LOG_CONTACT)
  public void block(long contactId) {
    String address =
        blockable(contactId)
            .orElseThrow(
                () -> new InvalidInput("block", LocalizableText.of("refused.sender.known")));
    int added =
        jdbc.sql(
                "insert ignore into blocked_sender (address, blocked_at, blocked_by)"
                    + " values (?, ?, ?)")
            .params(address, clock.instant(), actingPerson.current().name())
            .update();
    if (added > 0) {
      record(address, "Blocked the sender");
    }
  }

  /**
   * @return false if the address is not blocked
   */
  @RequiresPermission(Permission.LOG_CONTACT)
  public boolean unblock(String address) {
    boolean was =
        jdbc.sql("delete from blocked_sender where address = ?").param(address).update() > 0;
    if (was) {
      record(address, "Unblocked the sender");
    }
    return was;
  }

  private void record(String address, String what) {
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, address, what));
  }

  /** Whether mail from the address is not to wait. */
  @Transactional(readOnly = true)
  public boolean has(String address) {
    return jdbc.sql("select count(*) from blocked_sender where address = ?")
            .param(address)
            .query(Long.class)
            .single()
        > 0;
  }

  /** How many there are. */
  @Transactional(readOnly = true)
  public long count() {
    return jdbc.sql("select count(*) from blocked_sender").query(Long.class).single();
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public Page<BlockedSender> list(Pageable page) {
    List<BlockedSender> found =
        jdbc.sql(
                """
                select address, blocked_at blockedAt, blocked_by blockedBy from blocked_sender
                order by blocked_at desc, address limit ? offset ?
                """)
            .params(page.getPageSize(), page.getOffset())
            .query(BlockedSender.class)
            .list();
    return new PageImpl<>(found, page, count());
  }
}
