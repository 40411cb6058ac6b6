package dev.baton.admin.web.channel;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsField.Option;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.Visitor;
import dev.baton.notification.MailServer;
import dev.baton.notification.MailSettings.Smtp;
import dev.baton.notification.OutgoingMail;
import dev.baton.web.text.LocalizableText;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The mail server that the desk sends by. */
@Component
@Order(1)
class MailServerTopic implements SettingsTopic {

  private static final String ONLY = "server";

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("address", 320).needed(),
          SettingsField.text("host", 255).needed(),
          SettingsField.choice("tls", transportOptions()).needed(),
          SettingsField.number("port", 1, 65_535),
          SettingsField.text("user", 320),
          SettingsField.secret("password", 200),
          SettingsField.number("perSecond", 1, 1_000));

  private final OutgoingMail mail;

  MailServerTopic(OutgoingMail mail) {
    this.mail = mail;
  }

  /** How a connection to a mail server is encrypted. */
  static List<Option> transportOptions() {
    return List.of(
        new Option("starttls", LocalizableText.of("admin.transport.starttls")),
        new Option("ssl", LocalizableText.of("admin.transport.ssl")),
        new Option("none", LocalizableText.of("admin.transport.none")));
  }

  @Override
  public String name() {
    return "mail-server";
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
  public String only() {
    return ONLY;
  }

  @Override
  public List<SettingsField> fields() {
    return FIELDS;
  }

  @Override
  public List<String> columns() {
    return List.of("address", "host");
  }

  @Override
  public String idOf(SettingsValues values) {
    return ONLY;
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    return Page.empty();
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    if (!id.equals(ONLY)) {
      return Optional.empty();
    }
    MailServer server = mail.current();
    Smtp smtp = server.smtp();
    SettingsValues values = new SettingsValues().with("tls", smtp.tls()).with("host", smtp.host());
    return Optional.of(
        smtp.isThere()
            ? values
                .with("address", server.address())
                .with("port", smtp.port())
                .with("user", smtp.user())
                .with("perSecond", smtp.perSecond() > 0 ? (int) smtp.perSecond() : null)
            : values);
  }

  @Override
  public boolean canChange() {
    return !mail.isConfigured();
  }

  @Override
  public String save(SettingsValues values) {
    mail.keep(
        new MailServer(
            values.text("address"),
            new Smtp(
                values.text("host"),
                values.number("port", 0),
                values.text("user"),
                values.text("password"),
                values.text("tls"),
                values.number("perSecond", 0))));
    return null;
  }

  @Override
  public Optional<LocalizableText> note(String id) {
    return mail.isConfigured()
        ? Optional.of(LocalizableText.of("admin.mail-server.configured"))
        : mail.current().smtp().isThere()
            ? Optional.empty()
            : Optional.of(LocalizableText.of("admin.setup.mailOut.none"));
  }

  @Override
  public String subject(String id) {
    return OutgoingMail.auditSubject();
  }
}
