package dev.baton.admin.web.message;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsAside;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.Visitor;
import dev.baton.notification.EventConflict;
import dev.baton.notification.EventOccurrence;
import dev.baton.notification.EventTopic;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.RegisteredEvent;
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
import org.springframework.transaction.annotation.Transactional;

/** The events that people are notified of, with the texts of those that owners registered. */
@Component
@Order(10)
class NotificationEventTopic implements SettingsTopic {

  static final String NAME = "events";

  private static final List<SettingsField> FIELDS =
      Stream.of(
              List.of(
                  SettingsField.text("code", 32).needed().once(),
                  SettingsField.text("nameEn", 80).needed(),
                  SettingsField.text("nameDe", 80).needed(),
                  SettingsField.choice(
                          "topic", SettingsField.options("admin.events.topic", EventTopic.values()))
                      .needed(),
                  SettingsField.choice(
                          "occurrence",
                          SettingsField.options(
                              "admin.events.occurrence", EventOccurrence.values()))
                      .needed()),
              MessageFields.of("En"),
              MessageFields.of("De"))
          .flatMap(List::stream)
          .toList();

  private final NotificationEvents events;
  private final EventTexts texts;
  private final MessageAside aside;
  private final EventRows rows;

  NotificationEventTopic(
      NotificationEvents events, EventTexts texts, MessageAside aside, EventRows rows) {
    this.events = events;
    this.texts = texts;
    this.aside = aside;
    this.rows = rows;
  }

  @Override
  public String name() {
    return NAME;
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
    return List.of("code", "name", "topic", "origin", "texts");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    return SettingsRows.page(rows.of(events.all(), visitor.locale()), search, page);
  }

  /** Only those of owners: the others cannot be imported. */
  @Override
  public Page<SettingsValues> values(Pageable page, Visitor visitor) {
    List<RegisteredEvent> own = events.ofOwners();
    int from = (int) Math.min(own.size(), page.getOffset());
    int to = Math.min(own.size(), from + page.getPageSize());
    return new PageImpl<>(
        own.subList(from, to).stream().map(this::values).toList(), page, own.size());
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return events.find(id).map(this::values);
  }

  private SettingsValues values(RegisteredEvent event) {
    return texts.fill(
        new SettingsValues()
            .with("code", event.code())
            .with("nameEn", event.nameEn())
            .with("nameDe", event.nameDe())
            .with("topic", event.topic())
            .with("occurrence", event.occurrence()),
        event);
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues()
        .with("topic", EventTopic.INCIDENT)
        .with("occurrence", EventOccurrence.ONCE);
  }

  @Override
  @Transactional
  public String save(SettingsValues values) {
    try {
      RegisteredEvent event =
          events.register(
              values.text("code"),
              values.text("nameEn"),
              values.text("nameDe"),
              values.constant("topic", EventTopic.class),
              values.constant("occurrence", EventOccurrence.class));
      texts.save(event.code(), values);
      return null;
    } catch (EventConflict refused) {
      throw new InvalidInput("code", refused.reason());
    }
  }

  @Override
  public boolean canChange(String id) {
    return events.find(id).filter(event -> !event.builtIn()).isPresent();
  }

  @Override
  public boolean canDelete(String id) {
    return canChange(id);
  }

  @Override
  public void delete(String id) {
    try {
      events.remove(id);
    } catch (EventConflict refused) {
      throw new InvalidInput("event", refused.reason());
    }
  }

  @Override
  public Optional<LocalizableText> note(String id) {
    return canChange(id)
        ? Optional.empty()
        : Optional.of(LocalizableText.of("admin.events.shipped"));
  }

  @Override
  public String title(SettingsValues values, Visitor visitor) {
    return values.text("name" + MessageFields.suffix(visitor.locale()));
  }

  @Override
  public Map<String, String> whenEmpty(String id) {
    return id != null && !canChange(id) ? Map.of() : texts.whenEmpty(id);
  }

  @Override
  public Optional<SettingsAside> aside(String id, Visitor visitor) {
    return Optional.of(aside.ofEvent(visitor));
  }

  @Override
  public String subject(String id) {
    return "event " + id;
  }
}
