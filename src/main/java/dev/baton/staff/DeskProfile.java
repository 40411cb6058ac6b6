package dev.baton.staff;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the desk is called, and its logo: on pages, at the sign-in, and as the sender of mail. Other
 * nodes take a change up within {@link #KEPT}.
 */
@Service
public class DeskProfile {

  /** The name of a desk that has none of its own. */
  public static final String UNNAMED = "Baton";

  public static final int LONGEST_NAME = 60;

  /** In bytes. */
  public static final int LARGEST_LOGO = 200 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(DeskProfile.class);
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final String SUBJECT = "desk";
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final TransactionTemplate reading;
  private volatile Read read;

  DeskProfile(JdbcClient jdbc, AuditTrail trail, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.reading = new TransactionTemplate(transactions);
  }

  /**
   * A picture.
   *
   * @param type {@code image/png} or {@code image/jpeg}
   */
  public record Logo(String type, byte[] bytes) {}

  private record Read(Shown shown, long at) {}

  private record Shown(String name, boolean hasLogo) {
    static final Shown NOTHING = new Shown(null, false);
  }

  /** Its own name; empty if nobody gave it one. */
  public Optional<String> ownName() {
    return Optional.ofNullable(shown().name());
  }

  /** Its name, or {@link #UNNAMED}. */
  public String name() {
    return ownName().orElse(UNNAMED);
  }

  public boolean hasLogo() {
    return shown().hasLogo();
  }

  private Shown shown() {
    Read last = read;
    if (last == null || System.nanoTime() - last.at() > KEPT.toNanos()) {
      last = new Read(readAgain(last), System.nanoTime());
      read = last;
    }
    return last.shown();
  }

  /** A page that says that the database is away has a name too. */
  private Shown readAgain(Read last) {
    try {
      return reading.execute(begun -> stored());
    } catch (DataAccessException | TransactionException noDatabase) {
      LOG.warn("The desk's name cannot be looked up: {}", noDatabase.getMessage());
      return last == null ? Shown.NOTHING : last.shown();
    }
  }

  private Shown stored() {
    return jdbc.sql("select name, logo is not null has_logo from desk_profile where id = 1")
        .query(Shown.class)
        .optional()
        .orElse(Shown.NOTHING);
  }

  @Transactional(readOnly = true)
  public Optional<Logo> logo() {
    return jdbc.sql(
            "select logo_type type, logo bytes from desk_profile where id = 1 and logo is not null")
        .query((row, number) -> new Logo(row.getString("type"), row.getBytes("bytes")))
        .optional();
  }

  /**
   * Names the desk.
   *
   * @param name null for none of its own
   * @throws InvalidInput if it is too long or has more than one line
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void rename(String name) {
    String given = name == null || name.isBlank() ? null : name.strip();
    if (given != null && given.length() > LONGEST_NAME) {
      throw new InvalidInput("name", LocalizableText.of("refused.desk.name", LONGEST_NAME));
    }
    if (given != null && given.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("name", LocalizableText.of("refused.desk.oneLine"));
    }
    String before = stored().name();
    jdbc.sql(
            "insert into desk_profile (id, name) values (1, ?)"
                + " on duplicate key update name = value(name)")
        .param(given)
        .update();
    record("Changed: " + new AuditedChanges().of("name", before, given).words());
  }

  /**
   * Replaces the logo.
   *
   * @param bytes a PNG or a JPEG
   * @throws InvalidInput if it is neither, or too large
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void keepLogo(byte[] bytes) {
    if (bytes.length > LARGEST_LOGO) {
      throw new InvalidInput(
          "logo", LocalizableText.of("refused.desk.logoSize", LARGEST_LOGO / 1024));
    }
    String type =
        begins(bytes, PNG)
            ? "image/png"
            : begins(bytes, JPEG) ? "image/jpeg" : refuseOtherPictures();
    jdbc.sql(
            """
            insert into desk_profile (id, logo, logo_type) values (1, ?, ?)
            on duplicate key update logo = value(logo), logo_type = value(logo_type)
            """)
        .params(bytes, type)
        .update();
    record("Logo replaced");
  }

  private static String refuseOtherPictures() {
    throw new InvalidInput("logo", LocalizableText.of("refused.desk.logoType"));
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void removeLogo() {
    jdbc.sql("update desk_profile set logo = null, logo_type = null where id = 1").update();
    record("Logo removed");
  }

  private void record(String words) {
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, SUBJECT, words));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            read = null;
          }
        });
  }

  /** The subject of its entries in the audit trail. */
  public static String auditSubject() {
    return SUBJECT;
  }
}
