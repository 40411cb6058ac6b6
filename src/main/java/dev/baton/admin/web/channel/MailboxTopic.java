package dev.baton.admin.web.channel;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.intake.mail.MailTrust;
import dev.baton.intake.mail.MailboxAccount;
import dev.baton.intake.mail.MailboxCheck;
import dev.baton.intake.mail.Mailboxes;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The mailboxes whose messages become incidents. */
@Component
@Order(2)
class MailboxTopic implements SettingsTopic {

  private static final String TEST = "test";
  private static final String INBOX = "INBOX";

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("name", 60).needed().once(),
          SettingsField.text("host", 255).needed(),
          SettingsField.choice("tls", MailServerTopic.transportOptions()).needed(),
          SettingsField.number("port", 1, 65_535),
          SettingsField.text("user", 320).needed(),
          SettingsField.secret("password", 200),
          SettingsField.text("folder", 200),
          SettingsField.text("doneFolder", 200),
          SettingsField.text("client", 64).suggesting("clients"),
          SettingsField.choice("trust", SettingsField.options("admin.trust", MailTrust.values()))
              .needed(),
          SettingsField.lines("authservIds", 200),
          SettingsField.yesOrNo("active"));

  private final Mailboxes mailboxes;
  private final MailboxCheck check;
  private final PageRenderer pages;

  MailboxTopic(Mailboxes mailboxes, MailboxCheck check, PageRenderer pages) {
    this.mailboxes = mailboxes;
    this.check = check;
    this.pages = pages;
  }

  @Override
  public String name() {
    return "mailboxes";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.CHANNELS;
  }

  @Override
  public Permission permission() {
    return Permission.ADMINISTER;
  }

  @Override
  public List<SettingsField> fields() {
    return FIELDS;
  }

  @Override
  public List<String> columns() {
    return List.of("name", "user", "host", "folder", "state");
  }

  @Override
  public String idOf(SettingsValues values) {
    return values.text("name");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    Map<String, MailboxCheck.Mailbox> read =
        check.mailboxes().stream()
            .collect(Collectors.toMap(MailboxCheck.Mailbox::name, Function.identity()));
    Stream<SettingsRow> set =
        mailboxes.accounts().stream()
            .map(
                one ->
                    row(
                        one.name(),
                        one.user(),
                        one.host(),
                        one.folder(),
                        one.active() ? state(read.remove(one.name())) : "off",
                        visitor));
    List<SettingsRow> all = set.collect(Collectors.toCollection(java.util.ArrayList::new));
    read.values().stream()
        .map(one -> row(one.name(), one.user(), one.host(), one.folder(), state(one), visitor))
        .forEach(all::add);
    return SettingsRows.page(all, search, page);
  }

  private static String state(MailboxCheck.Mailbox mailbox) {
    return mailbox == null || !mailbox.isRead() ? "unread" : "read";
  }

  private SettingsRow row(
      String name, String user, String host, String folder, String state, Visitor visitor) {
    return new SettingsRow(
        name,
        Arrays.asList(
            name,
            user,
            host,
            folder,
            pages.words("admin.mailboxes.state." + state, visitor.locale())),
        state.equals("off"));
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return mailboxes
        .find(id)
        .map(MailboxTopic::values)
        .or(
            () ->
                configured(id)
                    .map(
                        box ->
                            new SettingsValues()
                                .with("name", box.name())
                                .with("host", box.host())
                                .with("user", box.user())
                                .with("folder", box.folder())
                                .with("active", true)));
  }

  private static SettingsValues values(MailboxAccount one) {
    return new SettingsValues()
        .with("name", one.name())
        .with("host", one.host())
        .with("tls", one.tls())
        .with("port", one.port() == 0 ? null : one.port())
        .with("user", one.user())
        .with("folder", one.folder())
        .with("doneFolder", one.doneFolder())
        .with("client", one.client())
        .with("trust", one.trust())
        .withAll("authservIds", one.authservIds())
        .with("active", one.active());
  }

  private Optional<MailboxCheck.Mailbox> configured(String id) {
    return check.mailboxes().stream()
        .filter(box -> box.name().equals(id))
        .filter(box -> mailboxes.find(id).isEmpty())
        .findFirst();
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues()
        .with("tls", "ssl")
        .with("folder", INBOX)
        .with("doneFolder", "Baton/Done")
        .with("trust", MailTrust.AUTHENTICATION_RESULTS)
        .with("active", true);
  }

  /** A table would need the passwords. */
  @Override
  public boolean canImport() {
    return false;
  }

  @Override
  public String save(SettingsValues values) {
    mailboxes.keep(
        new MailboxAccount(
            values.text("name"),
            values.text("host"),
            values.number("port", 0),
            values.text("user"),
            values.text("password"),
            values.text("tls"),
            values.text("folder") == null ? INBOX : values.text("folder"),
            values.text("client"),
            values.text("doneFolder"),
            values.constant("trust", MailTrust.class),
            values.all("authservIds"),
            values.isOn("active")));
    return null;
  }

  @Override
  public List<String> acts(String id) {
    return check.mailboxes().stream().anyMatch(box -> box.name().equals(id))
        ? List.of(TEST)
        : List.of();
  }

  @Override
  public void act(String id, String act) {
    check
        .check(id)
        .map(MailboxCheck.Finding::trouble)
        .ifPresent(
            trouble -> {
              throw new InvalidInput(
                  "host", LocalizableText.of("refused.mailbox.trouble", trouble));
            });
  }

  @Override
  public Optional<LocalizableText> note(String id) {
    return configured(id).map(box -> LocalizableText.of("admin.mailboxes.configured"));
  }

  @Override
  public boolean canChange(String id) {
    return mailboxes.find(id).isPresent();
  }

  @Override
  public boolean canDelete() {
    return true;
  }

  @Override
  public boolean canDelete(String id) {
    return mailboxes.find(id).isPresent();
  }

  @Override
  public void delete(String id) {
    mailboxes.remove(id);
  }

  @Override
  public String subject(String id) {
    return Mailboxes.auditSubject(id);
  }
}
