package dev.baton.notification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import dev.baton.engine.ActingPerson;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The events that people can be notified of: those that Baton announces, and those of owners. */
@Service
public class NotificationEvents {

  private static final int LONGEST_NAME = 80;
  private static final String SELECT =
      """
      select code, name_en nameEn, name_de nameDe, topic, occurrence, built_in builtIn
      from notification_event
      """;

  private final Cache<NotificationEvent, EventTopic> topics =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();
  private final JdbcClient jdbc;
  private final EventUsage usage;
  private final ActingPerson actingPerson;
  private final AuditTrail trail;
  private final Clock clock;

  NotificationEvents(
      JdbcClient jdbc, EventUsage usage, ActingPerson actingPerson, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.usage = usage;
    this.actingPerson = actingPerson;
    this.trail = trail;
    this.clock = clock;
  }

  /** By code. */
  @Transactional(readOnly = true)
  public Page<RegisteredEvent> list(Pageable page) {
    long total = jdbc.sql("select count(*) from notification_event").query(Long.class).single();
    List<RegisteredEvent> found =
        jdbc.sql(SELECT + " order by code limit ? offset ?")
            .params(page.getPageSize(), page.getOffset())
            .query(RegisteredEvent.class)
            .list();
    return new PageImpl<>(found, page, total);
  }

  /** All of them, by code. */
  @Transactional(readOnly = true)
  public List<RegisteredEvent> all() {
    return jdbc.sql(SELECT + " order by code").query(RegisteredEvent.class).list();
  }

  /** The events of process owners. */
  @Transactional(readOnly = true)
  public List<RegisteredEvent> ofOwners() {
    return jdbc.sql(SELECT + " where not built_in").query(RegisteredEvent.class).list();
  }

  @Transactional(readOnly = true)
  public Optional<RegisteredEvent> find(NotificationEvent event) {
    return find(event.code());
  }

  @Transactional(readOnly = true)
  public Optional<RegisteredEvent> find(String code) {
    return jdbc.sql(SELECT + " where code = ?").param(code).query(RegisteredEvent.class).optional();
  }

  /**
   * Whether an incident can have it more than once. One that was removed while a flow of before
   * still announces it happens once.
   */
  public boolean isRepeated(NotificationEvent event) {
    return find(event)
        .filter(found -> found.occurrence() == EventOccurrence.EVERY_TIME)
        .isPresent();
  }

  /**
   * What the event is about; the incident, if it was removed. A change takes effect within a minute
   * on other nodes.
   */
  public EventTopic topicOf(NotificationEvent event) {
    EventTopic topic = topics.getIfPresent(event);
    if (topic == null) {
      topic = find(event).map(RegisteredEvent::topic).orElse(EventTopic.INCIDENT);
      topics.put(event, topic);
    }
    return topic;
  }

  /**
   * Registers an event, or changes its name, topic and occurrence.
   *
   * @param given by its code, in capital letters
   * @throws InvalidInput naming the invalid field
   * @throws EventConflict if Baton itself announces it
   */
  @Transactional
  @RequiresPermission(Permission.KEEP_WORDS)
  public RegisteredEvent register(
      String code, String nameEn, String nameDe, EventTopic topic, EventOccurrence occurrence) {
    if (!NotificationEvent.isCode(code)) {
      throw new InvalidInput("code", LocalizableText.of("refused.event.code"));
    }
    RegisteredEvent event =
        new RegisteredEvent(
            new NotificationEvent(code),
            name("nameEn", nameEn),
            name("nameDe", nameDe),
            topic,
            occurrence,
            false);
    refuseBuiltIn(event.code(), "refused.event.builtInChanged");
    String changes = changes(find(code).orElse(null), event);
    jdbc.sql(
            """
            insert into notification_event
              (code, name_en, name_de, topic, occurrence, built_in, changed_by, changed_at)
            values (?, ?, ?, ?, ?, false, ?, ?)
            on duplicate key update name_en = value(name_en), name_de = value(name_de),
              topic = value(topic), occurrence = value(occurrence),
              changed_by = value(changed_by), changed_at = value(changed_at)
            """)
        .params(
            code,
            event.nameEn(),
            event.nameDe(),
            topic.name(),
            occurrence.name(),
            actingPerson.current().name(),
            clock.instant())
        .update();
    topics.invalidate(event.code());
    record(event.code(), "Registered or updated" + changes);
    return event;
  }

  /**
   * Removes an event with its templates. What was announced before stays.
   *
   * @return whether there was one
   * @throws EventConflict if Baton itself announces it, or a live flow or table names it
   */
  @Transactional
  @RequiresPermission(Permission.KEEP_WORDS)
  public boolean remove(String code) {
    Optional<RegisteredEvent> found = find(code);
    if (found.isEmpty()) {
      return false;
    }
    NotificationEvent event = found.get().code();
    refuseBuiltIn(event, "refused.event.builtInRemoved");
    usage.of(event).stream()
        .reduce((first, next) -> LocalizableText.of("refused.event.uses", first, next))
        .ifPresent(
            uses -> {
              throw new EventConflict(LocalizableText.of("refused.event.used", event, uses));
            });
    jdbc.sql("delete from notification_event where code = ?").param(code).update();
    topics.invalidate(event);
    record(event, "Removed");
    return true;
  }

  private static void refuseBuiltIn(NotificationEvent event, String reason) {
    if (event.isBuiltIn()) {
      throw new EventConflict(LocalizableText.of(reason, event));
    }
  }

  private static String changes(RegisteredEvent before, RegisteredEvent now) {
    if (before == null) {
      return ": %s, %s, %s".formatted(now.nameEn(), now.topic(), now.occurrence());
    }
    String changes =
        new AuditedChanges()
            .of("nameEn", before.nameEn(), now.nameEn())
            .of("nameDe", before.nameDe(), now.nameDe())
            .of("topic", before.topic(), now.topic())
            .of("occurrence", before.occurrence(), now.occurrence())
            .words();
    return changes.isEmpty() ? "" : ": " + changes;
  }

  private void record(NotificationEvent event, String what) {
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "event " + event, what));
  }

  private static String name(String field, String given) {
    String name = given == null ? "" : given.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.lines().count() > 1) {
      throw new InvalidInput(field, LocalizableText.of("refused.event.name"));
    }
    return name;
  }
}
