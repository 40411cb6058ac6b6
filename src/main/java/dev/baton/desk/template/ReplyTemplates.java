package dev.baton.desk.template;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The reply templates of the desk. Who may change which, {@link TemplateKeeper} says. */
@Repository
@Transactional
public class ReplyTemplates {

  /** Of one person, one team, one client, or for everybody. */
  public static final int MOST = 200;

  private static final String COLUMNS =
      "t.id, t.name, t.german_name germanName, t.scope, t.owner, t.team, t.client,"
          + " t.english, t.german, t.changed_by changedBy, t.changed_at changedAt";

  private final JdbcClient database;
  private final Clock clock;

  ReplyTemplates(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The one with this id if this person may use it on the incidents of a client. */
  @Transactional(readOnly = true)
  public Optional<ReplyTemplate> usable(TemplateKeeper person, String client, long id) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from reply_template t where t.id = :id and "
                + ReplyTemplateQueries.USABLE)
        .param("id", id)
        .param("login", person.login())
        .param("teams", ReplyTemplateQueries.nonEmpty(person.teams()))
        .param("client", client)
        .query(ReplyTemplate.class)
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<ReplyTemplate> find(long id) {
    return database
        .sql("select " + COLUMNS + " from reply_template t where t.id = ?")
        .param(id)
        .query(ReplyTemplate.class)
        .optional();
  }

  /**
   * Stores a new template, or changes the one with this id; returns its id.
   *
   * @param template one that is changed says in {@code changedAt} which version was read
   * @throws InvalidInput if there is another with this name for the same people, or too many
   * @throws ChangedMeanwhile if the stored one is not that version, or does not exist
   */
  public long save(ReplyTemplate template) {
    refuseAnother(template);
    return template.id() == 0 ? insert(template) : update(template);
  }

  private void refuseAnother(ReplyTemplate template) {
    if (isTaken(template)) {
      throw new InvalidInput("name", LocalizableText.of("refused.template.name"));
    }
    if (isFull(template)) {
      throw new InvalidInput("name", LocalizableText.of("refused.template.most", MOST));
    }
  }

  /** Whether there is another template of this name for the same people. */
  @Transactional(readOnly = true)
  public boolean isTaken(ReplyTemplate template) {
    return sameSharing(template, " and name = ?").param(template.name()).query(Long.class).single()
        > 0;
  }

  /** Whether the same people have as many others as they can have. */
  @Transactional(readOnly = true)
  public boolean isFull(ReplyTemplate template) {
    return sameSharing(template, "").query(Long.class).single() >= MOST;
  }

  private JdbcClient.StatementSpec sameSharing(ReplyTemplate template, String further) {
    return database
        .sql(
            "select count(*) from reply_template where scope = ? and owner <=> ? and team <=> ?"
                + " and client <=> ? and id <> ?"
                + further)
        .params(
            template.scope().name(),
            template.owner(),
            template.team(),
            template.client(),
            template.id());
  }

  private long insert(ReplyTemplate template) {
    KeyHolder key = new GeneratedKeyHolder();
    database
        .sql(
            """
            insert into reply_template
              (name, german_name, scope, owner, team, client, english, german, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(values(template))
        .update(key, "id");
    return key.getKey().longValue();
  }

  /** Each version is later than the one before it, even within a millisecond. */
  private long update(ReplyTemplate template) {
    int stored =
        database
            .sql(
                """
            update reply_template set name = ?, german_name = ?, scope = ?, owner = ?, team = ?, client = ?,
              english = ?, german = ?, changed_by = ?,
              changed_at = greatest(cast(? as datetime(3)), changed_at + interval 1000 microsecond)
            where id = ? and changed_at = ?
            """)
            .params(values(template))
            .param(template.id())
            .param(template.changedAt())
            .update();
    if (stored == 0) {
      throw new ChangedMeanwhile("template", template.id());
    }
    return template.id();
  }

  private Object[] values(ReplyTemplate template) {
    return new Object[] {
      template.name(),
      template.germanName(),
      template.scope().name(),
      template.owner(),
      template.team(),
      template.client(),
      template.english(),
      template.german(),
      template.changedBy(),
      clock.instant()
    };
  }

  public void delete(long id) {
    database.sql("delete from reply_template where id = ?").param(id).update();
  }

  /** Remembers that the person has inserted it. */
  public void used(String login, long id) {
    database
        .sql(
            "insert into reply_template_use (login, template, used_at) values (?, ?, ?)"
                + " on duplicate key update used_at = values(used_at)")
        .params(login, id, clock.instant())
        .update();
  }
}
