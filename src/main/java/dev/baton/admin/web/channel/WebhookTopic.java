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
import dev.baton.notification.delivery.Webhook;
import dev.baton.notification.delivery.Webhook.Shape;
import dev.baton.notification.delivery.Webhooks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The webhooks. */
@Component
@Order(10)
class WebhookTopic implements SettingsTopic {

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("code", 64).needed().once(),
          SettingsField.text("url", 500).needed(),
          SettingsField.choice("shape", SettingsField.options("admin.shape", Shape.values()))
              .needed(),
          SettingsField.text("client", 64).suggesting("clients"),
          SettingsField.text("team", 59).suggesting("teams"),
          SettingsField.secret("secret", 200),
          SettingsField.yesOrNo("active"));

  private final Webhooks webhooks;
  private final PageRenderer pages;

  WebhookTopic(Webhooks webhooks, PageRenderer pages) {
    this.webhooks = webhooks;
    this.pages = pages;
  }

  @Override
  public String name() {
    return "webhooks";
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
    return List.of("code", "url", "shape", "client", "team");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    List<SettingsRow> all = webhooks.list().stream().map(one -> row(one, visitor)).toList();
    return SettingsRows.page(all, search, page);
  }

  private SettingsRow row(Webhook webhook, Visitor visitor) {
    return new SettingsRow(
        webhook.code(),
        Arrays.asList(
            webhook.code(),
            webhook.url(),
            pages.name("admin.shape", webhook.shape(), visitor.locale()),
            webhook.client(),
            webhook.team()),
        !webhook.active());
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return webhooks
        .find(id)
        .map(
            webhook ->
                new SettingsValues()
                    .with("code", webhook.code())
                    .with("url", webhook.url())
                    .with("shape", webhook.shape())
                    .with("client", webhook.client())
                    .with("team", webhook.team())
                    .with("active", webhook.active()));
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues().with("shape", Shape.BATON).with("active", true);
  }

  @Override
  public String save(SettingsValues values) {
    webhooks.keep(
        new Webhook(
            values.text("code"),
            values.text("url"),
            values.text("secret"),
            values.constant("shape", Shape.class),
            values.text("client"),
            values.text("team"),
            values.isOn("active")));
    return null;
  }

  @Override
  public boolean canDelete() {
    return true;
  }

  @Override
  public void delete(String id) {
    webhooks.remove(id);
  }

  @Override
  public String subject(String id) {
    return "webhook " + id;
  }
}
