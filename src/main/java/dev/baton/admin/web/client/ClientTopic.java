package dev.baton.admin.web.client;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsReading;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientDomains;
import dev.baton.client.ClientView;
import dev.baton.client.DayKind;
import dev.baton.client.RegisterClient;
import dev.baton.client.Tier;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clients. */
@Component
@Order(10)
class ClientTopic implements SettingsTopic {

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("code", 64).needed().once(),
          SettingsField.text("name", 200).needed(),
          SettingsField.choice("tier", SettingsField.options("tier", Tier.values())).needed(),
          SettingsField.text("zone", 64).needed().suggesting("zones"),
          SettingsField.choice("language", SettingsReading.LANGUAGES).needed(),
          SettingsField.number("confirmationDays", 0, 365).needed(),
          SettingsField.choice(
                  "confirmationUnit", SettingsField.options("admin.days", DayKind.values()))
              .needed(),
          SettingsField.number("reminders", 0, 100).needed(),
          SettingsField.number("reminderDays", 0, 365).needed(),
          SettingsField.lines("domains", 255));

  private final ClientDirectory clients;
  private final ClientDomains domains;
  private final RegisterClient register;
  private final PageRenderer pages;

  ClientTopic(
      ClientDirectory clients, ClientDomains domains, RegisterClient register, PageRenderer pages) {
    this.clients = clients;
    this.domains = domains;
    this.register = register;
    this.pages = pages;
  }

  @Override
  public String name() {
    return "clients";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.CLIENTS;
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
    return List.of("name", "code", "tier", "zone", "language");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    List<SettingsRow> all = clients.clients().stream().map(one -> row(one, visitor)).toList();
    return SettingsRows.page(all, search, page);
  }

  private SettingsRow row(ClientView client, Visitor visitor) {
    return new SettingsRow(
        client.code(),
        List.of(
            client.name(),
            client.code(),
            pages.name("tier", client.tier(), visitor.locale()),
            client.zone().getId(),
            client.language().getDisplayLanguage(visitor.locale())));
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return clients.find(id).filter(client -> client.code().equals(id)).map(this::values);
  }

  private SettingsValues values(ClientView client) {
    return new SettingsValues()
        .with("code", client.code())
        .with("name", client.name())
        .with("tier", client.tier())
        .with("zone", client.zone().getId())
        .with("language", client.language().toLanguageTag())
        .with("confirmationDays", client.confirmationDays())
        .with("confirmationUnit", client.confirmationUnit())
        .with("reminders", client.reminders())
        .with("reminderDays", client.reminderDays())
        .withAll("domains", domains.of(client.id()));
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues()
        .with("tier", Tier.SILVER)
        .with("language", "en")
        .with("confirmationDays", 5)
        .with("confirmationUnit", DayKind.WORKING_DAYS)
        .with("reminders", 3)
        .with("reminderDays", 2);
  }

  @Override
  @Transactional
  public String save(SettingsValues values) {
    ClientView saved =
        register.register(
            new ClientView(
                0,
                values.text("code"),
                values.text("name"),
                values.constant("tier", Tier.class),
                SettingsReading.zone(values, "zone"),
                SettingsReading.language(values, "language"),
                values.number("confirmationDays", 5),
                values.constant("confirmationUnit", DayKind.class),
                values.number("reminders", 3),
                values.number("reminderDays", 2)));
    if (!domains.of(saved.id()).equals(values.all("domains"))) {
      register.setDomains(saved, values.all("domains"));
    }
    return null;
  }

  @Override
  public String subject(String id) {
    return "client " + id;
  }

  @Override
  public List<String> belongings() {
    return List.of("services", "requesters", "categories", "messages");
  }
}
