package dev.baton.notification;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.access.SecretEncryption;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import dev.baton.database.RecentlyRead;
import dev.baton.notification.MailSettings.Smtp;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mail server and the address that the desk sends from: those of the configuration, or those
 * that an administrator set. Other nodes take a change up within seconds.
 */
@Service
public class OutgoingMail {

  private static final Logger LOG = LoggerFactory.getLogger(OutgoingMail.class);

  private static final String OWNER = "outgoing mail";
  private static final String SUBJECT = "mail server";

  private final MailSettings settings;
  private final JdbcClient jdbc;
  private final SecretEncryption encryption;
  private final AuditTrail trail;
  private final RecentlyRead<MailServer> current;

  OutgoingMail(
      MailSettings settings,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SecretEncryption encryption,
      AuditTrail trail) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.encryption = encryption;
    this.trail = trail;
    this.current = new RecentlyRead<>(transactions, this::read);
  }

  private record Stored(
      String address,
      String host,
      int port,
      String username,
      byte[] password,
      String tls,
      int perSecond) {}

  /** Whether the configuration decides, so that it cannot be changed here. */
  public boolean isConfigured() {
    return settings.smtp().isThere();
  }

  /** The server and the address in use; without a host, mail is kept and not sent. */
  public MailServer current() {
    return isConfigured() ? configured() : current.get();
  }

  private MailServer read() {
    return stored().map(this::server).orElseGet(this::configured);
  }

  private MailServer configured() {
    return new MailServer(settings.address(), settings.smtp());
  }

  private Optional<Stored> stored() {
    return jdbc.sql(
            "select address, host, port, username, password, tls, per_second from outgoing_mail"
                + " where id = 1")
        .query(Stored.class)
        .optional();
  }

  private MailServer server(Stored stored) {
    return new MailServer(
        stored.address(),
        new Smtp(
            stored.host(),
            stored.port(),
            stored.username(),
            password(stored),
            stored.tls(),
            stored.perSecond()));
  }

  private String password(Stored stored) {
    if (stored.password() == null) {
      return null;
    }
    try {
      return new String(encryption.decrypt(stored.password(), OWNER), StandardCharsets.UTF_8);
    } catch (IllegalStateException unreadable) {
      LOG.error(
          "The password of the mail server cannot be read; enter it again on the page of the mail"
              + " server",
          unreadable);
      return "";
    }
  }

  /**
   * Sets the server and the address, for mail that is sent from now on.
   *
   * @param given without a password, the present one stays
   * @throws InvalidInput naming the field that is not accepted
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void keep(MailServer given) {
    if (isConfigured()) {
      throw new InvalidInput("host", LocalizableText.of("refused.mail.configured"));
    }
    MailAddresses.check("address", given.address());
    Optional<Stored> before = stored();
    Smtp smtp = given.smtp();
    byte[] password = encrypted(smtp, before);
    if (smtp.user() != null && password == null) {
      throw new InvalidInput("password", LocalizableText.of("refused.mail.password"));
    }
    jdbc.sql(
            """
            insert into outgoing_mail
              (id, address, host, port, username, password, tls, per_second)
            values (1, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update address = value(address), host = value(host),
              port = value(port), username = value(username), password = value(password),
              tls = value(tls), per_second = value(per_second)
            """)
        .params(
            given.address(),
            smtp.host(),
            smtp.port(),
            smtp.user(),
            password,
            smtp.tls(),
            (int) smtp.perSecond())
        .update();
    record(before, given);
    current.changes();
  }

  private byte[] encrypted(Smtp smtp, Optional<Stored> before) {
    if (smtp.user() == null) {
      return null;
    }
    return smtp.password() == null
        ? before
            .filter(stored -> stored.host().equals(smtp.host())) // never shown to another server
            .map(Stored::password)
            .orElse(null)
        : encryption.encrypt(smtp.password().getBytes(StandardCharsets.UTF_8), OWNER);
  }

  private void record(Optional<Stored> before, MailServer now) {
    AuditedChanges changes =
        new AuditedChanges()
            .of("address", before.map(Stored::address).orElse(null), now.address())
            .of("host", before.map(Stored::host).orElse(null), now.smtp().host())
            .of("port", before.map(Stored::port).orElse(null), now.smtp().port())
            .of("tls", before.map(Stored::tls).orElse(null), now.smtp().tls())
            .of("user", before.map(Stored::username).orElse(null), now.smtp().user())
            .of(
                "perSecond",
                before.map(Stored::perSecond).orElse(null),
                (int) now.smtp().perSecond());
    String words =
        now.smtp().password() == null ? changes.words() : changes.words() + "; password changed";
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, SUBJECT, "Changed: " + words));
  }

  /** The subject of its entries in the audit trail. */
  public static String auditSubject() {
    return SUBJECT;
  }
}
