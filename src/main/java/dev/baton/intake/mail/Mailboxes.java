package dev.baton.intake.mail;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import dev.baton.client.ClientDirectory;
import dev.baton.database.RecentlyRead;
import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.notification.delivery.OtherOwnAddresses;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mailboxes that the desk reads: those of the configuration, and those that administrators set.
 * Other nodes take a change up within seconds.
 */
@Service
public class Mailboxes implements OtherOwnAddresses {

  private static final Duration POLL = Duration.ofSeconds(60);

  private final IncomingMailSettings settings;
  private final MailTrustSettings trust;
  private final StoredMailboxes stored;
  private final ClientDirectory clients;
  private final AuditTrail trail;
  private final RecentlyRead<List<MailboxAccount>> known;

  Mailboxes(
      IncomingMailSettings settings,
      MailTrustSettings trust,
      StoredMailboxes stored,
      ClientDirectory clients,
      AuditTrail trail,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.trust = trust;
    this.stored = stored;
    this.clients = clients;
    this.trail = trail;
    this.known = new RecentlyRead<>(transactions, stored::all);
  }

  /** Those that are to be read. */
  List<MailboxSettings> all() {
    return Stream.concat(
            settings.boxes().stream(),
            known.get().stream()
                .filter(MailboxAccount::active)
                .filter(account -> !isConfigured(account.name()))
                .map(Mailboxes::settings))
        .toList();
  }

  private static MailboxSettings settings(MailboxAccount account) {
    return new MailboxSettings(
        account.name(),
        account.host(),
        account.port(),
        account.user(),
        account.password(),
        account.tls(),
        account.folder(),
        account.client(),
        account.doneFolder(),
        POLL);
  }

  private boolean isConfigured(String name) {
    return settings.boxes().stream().anyMatch(box -> box.name().equalsIgnoreCase(name));
  }

  MailTrust trustIn(String box) {
    return account(box).map(MailboxAccount::trust).orElseGet(() -> trust.trustIn(box));
  }

  /** Names of the mail servers whose verdict on senders is trusted. */
  List<String> authservIdsOf(String box) {
    return account(box)
        .map(MailboxAccount::authservIds)
        .filter(ids -> !ids.isEmpty())
        .orElseGet(() -> trust.authservIdsOf(box));
  }

  /** Whether senders of this mailbox can be verified at all. */
  boolean canVerify(String box) {
    return trustIn(box) == MailTrust.SERVER || !authservIdsOf(box).isEmpty();
  }

  private Optional<MailboxAccount> account(String box) {
    return isConfigured(box)
        ? Optional.empty()
        : known.get().stream().filter(account -> account.name().equals(box)).findFirst();
  }

  @Override
  public Stream<String> addresses() {
    return known.get().stream().map(MailboxAccount::user);
  }

  /** Those that administrators set, without passwords. */
  @Transactional(readOnly = true)
  public List<MailboxAccount> accounts() {
    return stored.all().stream().map(Mailboxes::withoutPassword).toList();
  }

  @Transactional(readOnly = true)
  public Optional<MailboxAccount> find(String name) {
    return stored.find(name).map(Mailboxes::withoutPassword);
  }

  private static MailboxAccount withoutPassword(MailboxAccount account) {
    return withPassword(account, null);
  }

  private static MailboxAccount withPassword(MailboxAccount account, String password) {
    return new MailboxAccount(
        account.name(),
        account.host(),
        account.port(),
        account.user(),
        password,
        account.tls(),
        account.folder(),
        account.client(),
        account.doneFolder(),
        account.trust(),
        account.authservIds(),
        account.active());
  }

  /**
   * Registers a mailbox or changes one; it is read within seconds.
   *
   * @throws InvalidInput naming the field that is not accepted
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void keep(MailboxAccount given) {
    Optional<MailboxAccount> before = stored.find(given.name());
    check(given, before);
    String password =
        given.password() != null
            ? given.password()
            : before
                .filter(present -> present.host().equals(given.host())) // shown to no other server
                .map(MailboxAccount::password)
                .orElse(null);
    if (password == null) {
      throw new InvalidInput("password", LocalizableText.of("refused.mailbox.password"));
    }
    stored.keep(withPassword(given, password));
    record(before.orElse(null), given);
    known.changes();
  }

  private void check(MailboxAccount given, Optional<MailboxAccount> before) {
    if (isConfigured(given.name())) {
      throw new InvalidInput("name", LocalizableText.of("refused.mailbox.configured"));
    }
    if (given.client() != null && clients.find(given.client()).isEmpty()) {
      throw new InvalidInput(
          "client", LocalizableText.of("refused.mailbox.client", given.client()));
    }
    boolean isAnother = before.isEmpty() || !given.isSameFolderAs(before.get());
    if (isAnother && stored.wasRead(given.name())) {
      throw new InvalidInput(
          before.isEmpty() ? "name" : "host", LocalizableText.of("refused.mailbox.wasRead"));
    }
  }

  /**
   * Forgets a mailbox that was never read.
   *
   * @throws InvalidInput if mail came from it
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void remove(String name) {
    if (stored.wasRead(name)) {
      throw new InvalidInput("active", LocalizableText.of("refused.mailbox.keeps"));
    }
    if (stored.remove(name)) {
      trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, auditSubject(name), "Removed"));
    }
    known.changes();
  }

  private void record(MailboxAccount before, MailboxAccount now) {
    String changes =
        before == null
            ? "Registered: %s at %s".formatted(now.user(), now.host())
            : "Changed: "
                + new AuditedChanges()
                    .of("host", before.host(), now.host())
                    .of("port", before.port(), now.port())
                    .of("user", before.user(), now.user())
                    .of("tls", before.tls(), now.tls())
                    .of("folder", before.folder(), now.folder())
                    .of("client", before.client(), now.client())
                    .of("doneFolder", before.doneFolder(), now.doneFolder())
                    .of("trust", before.trust(), now.trust())
                    .of("authservIds", before.authservIds(), now.authservIds())
                    .of("active", before.active(), now.active())
                    .words();
    boolean isNewPassword =
        before != null
            && now.password() != null
            && !Objects.equals(before.password(), now.password());
    trail.record(
        AuditEntry.of(
            AuditKind.SETTINGS_CHANGED,
            auditSubject(now.name()),
            isNewPassword ? changes + "; password changed" : changes));
  }

  /** The subject of its entries in the audit trail. */
  public static String auditSubject(String name) {
    return "mailbox " + name;
  }
}
