package dev.baton.notification.template;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.client.ClientView;
import dev.baton.engine.ActingPerson;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts with which single clients replace the shipped templates. */
@Service
public class ClientTemplates {

  /** The names allowed in braces. */
  public static final Set<String> NAMES =
      Set.of(
          "number",
          "title",
          "recipient",
          "reader",
          "client",
          "status",
          "priority",
          "service",
          "team",
          "assignee",
          "requester",
          "next");

  /** The languages of messages. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final String SELECT =
      "select event, language, subject, opening, next_text as next, signature from client_template";

  private final JdbcClient jdbc;
  private final NotificationEvents events;
  private final ActingPerson actingPerson;
  private final AuditTrail trail;
  private final Clock clock;

  ClientTemplates(
      JdbcClient jdbc,
      NotificationEvents events,
      ActingPerson actingPerson,
      AuditTrail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.actingPerson = actingPerson;
    this.trail = trail;
    this.clock = clock;
  }

  /** The ids of the clients that have texts of their own. */
  @Transactional(readOnly = true)
  public Set<Long> clients() {
    return jdbc.sql("select distinct client_id from client_template").query(Long.class).set();
  }

  @Transactional(readOnly = true)
  public List<ClientTemplate> of(ClientView client) {
    return jdbc.sql(SELECT + " where client_id = ? order by event, language")
        .param(client.id())
        .query(ClientTemplate.class)
        .list();
  }

  /** Returns the template of one event, if the client has its own. */
  @Transactional(readOnly = true)
  public Optional<ClientTemplate> of(long clientId, NotificationEvent event, Locale language) {
    return jdbc.sql(SELECT + " where client_id = ? and event = ? and language = ?")
        .params(clientId, event.code(), language.getLanguage())
        .query(ClientTemplate.class)
        .optional();
  }

  /**
   * Stores the template and replaces the previous one.
   *
   * @throws InvalidInput if the event is not registered, a name in braces is not one of {@link
   *     #NAMES}, or a text is too long
   */
  @Transactional
  @RequiresPermission(Permission.KEEP_WORDS)
  public void keep(ClientView client, ClientTemplate given) {
    if (events.find(given.event()).isEmpty()) {
      throw new InvalidInput(
          "event", LocalizableText.of("refused.event.unregistered", given.event()));
    }
    ClientTemplate words = TemplateCheck.checked(given);
    ClientTemplate before = of(client.id(), words.event(), words.language()).orElse(null);
    jdbc.sql(
            """
            insert into client_template (client_id, event, language,
              subject, opening, next_text, signature, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update subject = value(subject), opening = value(opening),
              next_text = value(next_text), signature = value(signature),
              changed_by = value(changed_by), changed_at = value(changed_at)
            """)
        .params(
            client.id(),
            words.event().code(),
            words.language().getLanguage(),
            words.subject(),
            words.opening(),
            words.next(),
            words.signature(),
            actingPerson.current().name(),
            clock.instant())
        .update();
    record(
        client,
        words.event(),
        words.language(),
        "Uses its own template",
        words.changesFrom(before));
  }

  private void record(
      ClientView client, NotificationEvent event, Locale language, String what, String changes) {
    trail.record(
        AuditEntry.of(
            AuditKind.SETTINGS_CHANGED,
            "client " + client.code(),
            "%s for %s in %s%s".formatted(what, event, language.getLanguage(), changes)));
  }

  /** Returns the client to the shipped template. */
  @Transactional
  @RequiresPermission(Permission.KEEP_WORDS)
  public void remove(ClientView client, NotificationEvent event, Locale language) {
    jdbc.sql("delete from client_template where client_id = ? and event = ? and language = ?")
        .params(client.id(), event.code(), language.getLanguage())
        .update();
    record(client, event, language, "Uses the shipped template again", "");
  }
}
