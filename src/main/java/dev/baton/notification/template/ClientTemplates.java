package dev.baton.notification.template;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.client.ClientView;
import dev.baton.engine.ActingPerson;
import dev.baton.notification.NotificationEvent;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
  private static final String SELECT =
      "select event, language, subject, opening, next_text as next, signature from client_template";

  private final JdbcClient jdbc;
  private final ActingPerson actingPerson;
  private final AuditTrail trail;
  private final Clock clock;

  ClientTemplates(JdbcClient jdbc, ActingPerson actingPerson, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.actingPerson = actingPerson;
    this.trail = trail;
    this.clock = clock;
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
        .params(clientId, event.name(), language.getLanguage())
        .query(ClientTemplate.class)
        .optional();
  }

  /**
   * Stores the template and replaces the previous one.
   *
   * @throws InvalidInput if a name in braces is not one of {@link #NAMES}, or if a text is too long
   */
  @Transactional
  @RequiresPermission(Permission.KEEP_WORDS)
  public void keep(ClientView client, ClientTemplate given) {
    ClientTemplate words = checked(given);
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
            words.event().name(),
            words.language().getLanguage(),
            words.subject(),
            words.opening(),
            words.next(),
            words.signature(),
            actingPerson.current().name(),
            clock.instant())
        .update();
    record(client, words.event(), words.language(), "Uses its own template");
  }

  private void record(ClientView client, NotificationEvent event, Locale language, String what) {
    trail.record(
        AuditEntry.of(
            AuditKind.SETTINGS_CHANGED,
            "client " + client.code(),
            "%s for %s in %s".formatted(what, event, language.getLanguage())));
  }

  /** Returns the client to the shipped template. */
  @Transactional
  @RequiresPermission(Permission.KEEP_WORDS)
  public void remove(ClientView client, NotificationEvent event, Locale language) {
    jdbc.sql("delete from client_template where client_id = ? and event = ? and language = ?")
        .params(client.id(), event.name(), language.getLanguage())
        .update();
    record(client, event, language, "Uses the shipped template again");
  }

  private static ClientTemplate checked(ClientTemplate given) {
    if (!LANGUAGES.contains(given.language())) {
      throw new InvalidInput("language", "Messages are written in en and de.");
    }
    return new ClientTemplate(
        given.event(),
        given.language(),
        checked("subject", given.subject(), 200),
        checked("opening", given.opening(), 2_000),
        checked("next", given.next(), 2_000),
        checked("signature", given.signature(), 500));
  }

  private static String checked(String field, String given, int most) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String text = given.strip();
    if (text.length() > most) {
      throw new InvalidInput(
          field, "At most %,d characters; these are %,d.".formatted(most, text.length()));
    }
    if (field.equals("subject") && text.lines().count() > 1) {
      throw new InvalidInput(field, "One line only.");
    }
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      if (!NAMES.contains(names.group(1))) {
        throw new InvalidInput(
            field,
            "{%s} is not a placeholder. Known placeholders: %s."
                .formatted(names.group(1), String.join(", ", NAMES.stream().sorted().toList())));
      }
    }
    return text;
  }
}
