package dev.baton.admin.web.message;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsAside;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsReading;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.Visitor;
import dev.baton.notification.template.ClientTemplate;
import dev.baton.notification.template.ClientTemplates;
import dev.baton.notification.template.StandardTemplates;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/**
 * What messages say to single clients. All events of a client are listed, each in each language;
 * without a client, only the texts that replace standard ones.
 */
@Component
@Order(20)
class ClientMessageTopic implements SettingsTopic {

  private static final String STANDARD = "standard";

  private static final List<SettingsField> FIELDS =
      Stream.of(
              List.of(
                  SettingsField.text("client", 64).needed().once(),
                  SettingsField.text("event", 32).needed().once(),
                  SettingsField.choice("language", SettingsReading.LANGUAGES).needed().once()),
              MessageFields.of(""))
          .flatMap(List::stream)
          .toList();

  private final ClientMessages messages;
  private final ClientTemplates templates;
  private final StandardTemplates standard;
  private final MessageAside aside;

  ClientMessageTopic(
      ClientMessages messages,
      ClientTemplates templates,
      StandardTemplates standard,
      MessageAside aside) {
    this.messages = messages;
    this.templates = templates;
    this.standard = standard;
    this.aside = aside;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.TEXTS;
  }

  @Override
  public Permission permission() {
    return Permission.KEEP_WORDS;
  }

  @Override
  public List<SettingsField> fields() {
    return FIELDS;
  }

  @Override
  public List<String> columns() {
    return List.of("event", "language", "client", "state");
  }

  @Override
  public String idOf(SettingsValues values) {
    return values.text("client") + ":" + values.text("event") + ":" + values.text("language");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    return SettingsRows.page(messages.rows(of, visitor.locale()), search, page);
  }

  @Override
  public Page<SettingsValues> values(Pageable page, Visitor visitor) {
    List<ClientMessages.Message> own = messages.own();
    int from = (int) Math.min(own.size(), page.getOffset());
    int to = Math.min(own.size(), from + page.getPageSize());
    return new PageImpl<>(
        own.subList(from, to).stream().map(this::values).toList(), page, own.size());
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return messages.find(id).map(this::values);
  }

  private SettingsValues values(ClientMessages.Message message) {
    SettingsValues values =
        new SettingsValues()
            .with("client", message.client().code())
            .with("event", message.event().code())
            .with("language", message.language().getLanguage());
    return own(message).map(text -> MessageFields.fill(values, text, "")).orElse(values);
  }

  private Optional<ClientTemplate> own(ClientMessages.Message message) {
    return templates.of(message.client().id(), message.event().code(), message.language());
  }

  @Override
  public String save(SettingsValues values) {
    ClientMessages.Message message = get(idOf(values));
    ClientTemplate given =
        MessageFields.template(message.event().code(), message.language(), values::text, "");
    Optional<ClientTemplate> stored = own(message);
    if (!given.isEmpty()) {
      if (stored.filter(given::equals).isEmpty()) {
        templates.keep(message.client(), given);
      }
    } else if (stored.isPresent()) {
      remove(message);
    }
    return null;
  }

  /** What a table names may not be there. */
  private ClientMessages.Message get(String id) {
    return messages
        .find(id)
        .orElseThrow(
            () -> new InvalidInput("event", LocalizableText.of("refused.settings.message", id)));
  }

  @Override
  public boolean canCreate() {
    return false;
  }

  @Override
  public boolean canImport() {
    return true;
  }

  @Override
  public List<String> acts(String id) {
    return messages.find(id).flatMap(this::own).isPresent() ? List.of(STANDARD) : List.of();
  }

  @Override
  public void act(String id, String act) {
    remove(get(id));
  }

  private void remove(ClientMessages.Message message) {
    templates.remove(message.client(), message.event().code(), message.language());
  }

  @Override
  public String title(SettingsValues values, Visitor visitor) {
    return messages.find(idOf(values)).map(one -> messages.title(one, visitor)).orElse(null);
  }

  @Override
  public Map<String, String> whenEmpty(String id) {
    return Optional.ofNullable(id)
        .flatMap(messages::find)
        .map(one -> standard.of(one.event().code(), one.language()))
        .map(text -> MessageFields.byField(text, ""))
        .orElse(Map.of());
  }

  @Override
  public Optional<SettingsAside> aside(String id, Visitor visitor) {
    return Optional.ofNullable(id)
        .flatMap(messages::find)
        .map(message -> aside.ofClient(message.client(), message.language(), visitor));
  }

  @Override
  public String of(String id) {
    return messages.find(id).map(message -> message.client().code()).orElse(null);
  }

  @Override
  public String subject(String id) {
    return "client " + of(id);
  }

  @Override
  public String changesWith(String id) {
    return messages
        .find(id)
        .map(one -> " for %s in %s".formatted(one.event().code(), one.language().getLanguage()))
        .orElse(null);
  }
}
