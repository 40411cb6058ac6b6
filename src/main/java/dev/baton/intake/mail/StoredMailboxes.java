package dev.baton.intake.mail;

import dev.baton.access.SecretEncryption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mailboxes that administrators set, with their passwords encrypted. */
@Repository
class StoredMailboxes {

  private static final Logger LOG = LoggerFactory.getLogger(StoredMailboxes.class);

  private static final String SELECT =
      """
      select name, host, port, username, password, tls, folder, client, done_folder, trust,
        authserv_ids, active from mailbox_account
      """;

  private final JdbcClient jdbc;
  private final SecretEncryption encryption;

  StoredMailboxes(JdbcClient jdbc, SecretEncryption encryption) {
    this.jdbc = jdbc;
    this.encryption = encryption;
  }

  private record Row(
      String name,
      String host,
      int port,
      String username,
      byte[] password,
      String tls,
      String folder,
      String client,
      String doneFolder,
      MailTrust trust,
      String authservIds,
      boolean active) {}

  /** In the order of their names, with their passwords. */
  List<MailboxAccount> all() {
    return jdbc.sql(SELECT + " order by name").query(Row.class).list().stream()
        .map(this::account)
        .toList();
  }

  Optional<MailboxAccount> find(String name) {
    return jdbc.sql(SELECT + " where name = ?")
        .param(name)
        .query(Row.class)
        .optional()
        .map(this::account);
  }

  private MailboxAccount account(Row row) {
    return new MailboxAccount(
        row.name(),
        row.host(),
        row.port(),
        row.username(),
        password(row),
        row.tls(),
        row.folder(),
        row.client(),
        row.doneFolder(),
        row.trust(),
        row.authservIds() == null ? List.of() : row.authservIds().lines().toList(),
        row.active());
  }

  private String password(Row row) {
    if (row.password() == null) {
      return null;
    }
    try {
      return new String(
          encryption.decrypt(row.password(), owner(row.name())), StandardCharsets.UTF_8);
    } catch (IllegalStateException unreadable) {
      LOG.error(
          "The password of the mailbox {} cannot be read; enter it again on its page",
          row.name(),
          unreadable);
      return "";
    }
  }

  /** Stores it; its password is there. */
  void keep(MailboxAccount account) {
    jdbc.sql(
            """
            insert into mailbox_account (name, host, port, username, password, tls, folder, client,
              done_folder, trust, authserv_ids, active)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update host = value(host), port = value(port),
              username = value(username), password = value(password), tls = value(tls),
              folder = value(folder), client = value(client), done_folder = value(done_folder),
              trust = value(trust), authserv_ids = value(authserv_ids), active = value(active)
            """)
        .params(
            account.name(),
            account.host(),
            account.port(),
            account.user(),
            encryption.encrypt(
                account.password().getBytes(StandardCharsets.UTF_8), owner(account.name())),
            account.tls(),
            account.folder(),
            account.client(),
            account.doneFolder(),
            account.trust().name(),
            account.authservIds().isEmpty() ? null : String.join("\n", account.authservIds()),
            account.active())
        .update();
  }

  private static String owner(String name) {
    return "mailbox " + name;
  }

  boolean remove(String name) {
    return jdbc.sql("delete from mailbox_account where name = ?").param(name).update() == 1;
  }

  /** Whether a folder of this name has ever been opened, so that mail of it may be stored. */
  boolean wasRead(String name) {
    return jdbc.sql("select count(*) from mailbox where name = ? and uid_validity is not null")
            .param(name)
            .query(Long.class)
            .single()
        > 0;
  }
}
