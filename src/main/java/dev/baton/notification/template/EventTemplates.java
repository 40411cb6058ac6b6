package dev.baton.notification.template;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.ActingPerson;
import dev.baton.notification.EventConflict;
import dev.baton.notification.NotificationEvent;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of the events that process owners registered, for all clients. A client's own template
 * takes precedence.
 */
@Service
public class EventTemplates {

  private static final String SELECT =
      "select event, language, subject, opening, next_text as next, signature from event_template";

  private final JdbcClient jdbc;
  private final ActingPerson actingPerson;
  private final AuditTrail trail;
  private final Clock clock;

  EventTemplates(JdbcClient jdbc, ActingPerson actingPerson, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.actingPerson = actingPerson;
    this.trail = trail;
    this.clock = clock;
  }

  /** By language. */
  @Transactional(readOnly = true)
  public List<ClientTemplate> of(NotificationEvent event) {
    return jdbc.sql(SELECT + " where event = ? order by language")
        .param(event.code())
        .query(ClientTemplate.class)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<ClientTemplate> of(NotificationEvent event, Locale language) {
    return jdbc.sql(SELECT + " where event = ? and language = ?")
        .params(event.code(), language.getLanguage())
        .query(ClientTemplate.class)
        .optional();
  }

  /**
   * Stores the template and replaces the previous one.
   *
   * @param given of a registered event
   * @throws EventConflict if Baton itself announces the event
   * @throws dev.baton.web.validation.InvalidInput if a name in braces is unknown, or a text is too
   *     long
   */
  @Transactional
  @RequiresPermission(Permission.KEEP_WORDS)
  public void keep(ClientTemplate given) {
    if (given.event().isBuiltIn()) {
      throw new EventConflict(LocalizableText.of("refused.template.shipped", given.event()));
    }
    ClientTemplate words = TemplateCheck.checked(given);
    ClientTemplate before = of(words.event(), words.language()).orElse(null);
    jdbc.sql(
            """
            insert into event_template (event, language,
              subject, opening, next_text, signature, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update subject = value(subject), opening = value(opening),
              next_text = value(next_text), signature = value(signature),
              changed_by = value(changed_by), changed_at = value(changed_at)
            """)
        .params(
            words.event().code(),
            words.language().getLanguage(),
            words.subject(),
            words.opening(),
            words.next(),
            words.signature(),
            actingPerson.current().name(),
            clock.instant())
        .update();
    record(words.event(), words.language(), "Template changed", words.changesFrom(before));
  }

  /**
   * @return whether there was one
   */
  @Transactional
  @RequiresPermission(Permission.KEEP_WORDS)
  public boolean remove(NotificationEvent event, Locale language) {
    boolean isGone =
        jdbc.sql("delete from event_template where event = ? and language = ?")
                .params(event.code(), language.getLanguage())
                .update()
            == 1;
    if (isGone) {
      record(event, language, "Template removed", "");
    }
    return isGone;
  }

  private void record(NotificationEvent event, Locale language, String what, String changes) {
    trail.record(
        AuditEntry.of(
            AuditKind.SETTINGS_CHANGED,
            "event " + event,
            "%s in %s%s".formatted(what, language.getLanguage(), changes)));
  }
}
