package dev.baton.desk.template;

import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
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
  static final int MOST = 200;

  /** How many are offered on one incident. */
  public static final int OFFERED = 200;

  private static final String COLUMNS =
      "t.id, t.name, t.german_name germanName, t.scope, t.owner, t.team, t.client,"
          + " t.english, t.german, t.changed_by changedBy, t.changed_at changedAt";

  private static final String SHARED =
      "(t.scope = 'PERSON' and t.owner = :login) or (t.scope = 'TEAM' and t.team in (:teams))"
          + " or t.scope = 'DESK'";

  private final JdbcClient database;
  private final Clock clock;

  ReplyTemplates(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Those that this person may read, by name.
   *
   * @param words part of the name or the text; empty for all
   */
  @Transactional(readOnly = true)
  public Page<ReplyTemplate> of(TemplateKeeper reader, String words, Pageable page) {
    String where =
        " from reply_template t where (:all or t.scope = 'CLIENT' or "
            + SHARED
            + ") and (t.name like :words or t.german_name like :words or t.english like :words or t.german like :words)";
    long count = asked(reader, words, "select count(*)" + where).query(Long.class).single();
    List<ReplyTemplate> found =
        asked(
                reader,
                words,
                "select " + COLUMNS + where + " order by t.name, t.id limit :limit offset :offset")
            .param("limit", page.getPageSize())
            .param("offset", page.getOffset())
            .query(ReplyTemplate.class)
            .list();
    return new PageImpl<>(found, page, count);
  }

  private JdbcClient.StatementSpec asked(TemplateKeeper reader, String words, String sql) {
    return database
        .sql(sql)
        .param("all", reader.keepsAll())
        .param("login", reader.login())
        .param("teams", nonEmpty(reader.teams()))
        .param("words", "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
  }

  /**
   * The first of those for the incidents of a client: what the person used last, then by name.
   *
   * @param most how many, up to {@link #OFFERED}
   */
  @Transactional(readOnly = true)
  public List<ReplyTemplate> usable(
      String login, Collection<String> teams, String client, int most) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from reply_template t left join reply_template_use u"
                + " on u.template = t.id and u.login = :login where "
                + SHARED
                + " or (t.scope = 'CLIENT' and t.client = :client)"
                + " order by u.used_at desc, t.name, t.id limit :limit")
        .param("login", login)
        .param("teams", nonEmpty(teams))
        .param("client", client)
        .param("limit", most)
        .query(ReplyTemplate.class)
        .list();
  }

  private static Collection<String> nonEmpty(Collection<String> teams) {
    return teams.isEmpty() ? List.of("") : teams;
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
   * @throws InvalidInput if there is another with this name for the same people, or too many
   */
  public long save(ReplyTemplate template) {
    refuseAnother(template);
    return template.id() == 0 ? insert(template) : update(template);
  }

  private void refuseAnother(ReplyTemplate template) {
    if (isTaken(template)) {
      throw new InvalidInput("name", "There is already a template of this name.");
    }
    long others = sameSharing(template, "").query(Long.class).single();
    if (others >= MOST) {
      throw new InvalidInput("name", "There are already %d of these templates.".formatted(MOST));
    }
  }

  /** Whether there is another template of this name for the same people. */
  @Transactional(readOnly = true)
  public boolean isTaken(ReplyTemplate template) {
    return sameSharing(template, " and name = ?").param(template.name()).query(Long.class).single()
        > 0;
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

  private long update(ReplyTemplate template) {
    database
        .sql(
            """
            update reply_template set name = ?, german_name = ?, scope = ?, owner = ?, team = ?, client = ?,
              english = ?, german = ?, changed_by = ?, changed_at = ?
            where id = ?
            """)
        .params(values(template))
        .param(template.id())
        .update();
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
