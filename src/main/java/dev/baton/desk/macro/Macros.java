package dev.baton.desk.macro;

import dev.baton.database.LikePattern;
import dev.baton.desk.template.ChangedMeanwhile;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
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

/** The macros of the desk. Who may change which, {@link TemplateKeeper} says. */
@Repository
@Transactional
public class Macros {

  /** Of one person, one team, or for everybody. */
  public static final int MOST = 100;

  private static final String SELECT =
      """
      select m.id, m.name, m.scope, m.owner, m.team, m.assigns_to_me assignsToMe, m.impact,
        m.urgency, m.category, m.service, m.template, t.name templateName, t.german_name germanTemplateName,
        m.is_note isNote, m.act, m.resolution_code resolutionCode, m.changed_by changedBy,
        m.changed_at changedAt
      from macro m left join reply_template t on t.id = m.template
      """;

  private static final String SHARED =
      "((m.scope = 'PERSON' and m.owner = :login) or (m.scope = 'TEAM' and m.team in (:teams))"
          + " or m.scope = 'DESK')";

  private final JdbcClient database;
  private final Clock clock;

  Macros(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Those that this person may read, by name.
   *
   * @param words part of the name; empty for all
   */
  @Transactional(readOnly = true)
  public Page<Macro> of(TemplateKeeper reader, String words, Pageable page) {
    String where = " where (:all or " + SHARED + ") and m.name like :words";
    long count =
        asked(reader, words, "select count(*) from macro m" + where).query(Long.class).single();
    List<Macro> found =
        asked(reader, words, SELECT + where + " order by m.name, m.id limit :limit offset :offset")
            .param("limit", page.getPageSize())
            .param("offset", page.getOffset())
            .query(Macro.class)
            .list();
    return new PageImpl<>(found, page, count);
  }

  private JdbcClient.StatementSpec asked(TemplateKeeper reader, String words, String sql) {
    return shared(reader, sql)
        .param("all", reader.keepsAll())
        .param("words", LikePattern.containing(words.strip()));
  }

  private JdbcClient.StatementSpec shared(TemplateKeeper reader, String sql) {
    return database
        .sql(sql)
        .param("login", reader.login())
        .param("teams", reader.teams().isEmpty() ? List.of("") : reader.teams());
  }

  /**
   * Those that this person can run: their own, their teams' and everybody's, by name. There are at
   * most {@link #MOST} of each.
   */
  @Transactional(readOnly = true)
  public List<Macro> usable(TemplateKeeper person) {
    return shared(person, SELECT + " where " + SHARED + " order by m.name, m.id")
        .query(Macro.class)
        .list();
  }

  /** The one with this id if this person can run it. */
  @Transactional(readOnly = true)
  public Optional<Macro> usable(TemplateKeeper person, long id) {
    return shared(person, SELECT + " where m.id = :id and " + SHARED)
        .param("id", id)
        .query(Macro.class)
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<Macro> find(long id) {
    return database.sql(SELECT + " where m.id = ?").param(id).query(Macro.class).optional();
  }

  /** The names of the macros that write this template. */
  @Transactional(readOnly = true)
  public List<String> writing(long template) {
    return database
        .sql("select name from macro where template = ? order by name, id")
        .param(template)
        .query(String.class)
        .list();
  }

  /**
   * Stores a new macro, or changes the one with this id; returns its id.
   *
   * @param macro one that is changed says in {@code changedAt} which version was read
   * @throws InvalidInput if there is another with this name for the same people, or too many
   * @throws ChangedMeanwhile if the stored one is not that version, or does not exist
   */
  public long save(Macro macro) {
    refuseAnother(macro);
    return macro.id() == 0 ? insert(macro) : update(macro);
  }

  private void refuseAnother(Macro macro) {
    if (isTaken(macro)) {
      throw new InvalidInput("name", LocalizableText.of("refused.macro.name"));
    }
    if (isFull(macro)) {
      throw new InvalidInput("name", LocalizableText.of("refused.macro.most", MOST));
    }
  }

  /** Whether there is another macro of this name for the same people. */
  @Transactional(readOnly = true)
  public boolean isTaken(Macro macro) {
    return sameSharing(macro, " and name = ?").param(macro.name()).query(Long.class).single() > 0;
  }

  /** Whether the same people have as many others as they can have. */
  @Transactional(readOnly = true)
  public boolean isFull(Macro macro) {
    return sameSharing(macro, "").query(Long.class).single() >= MOST;
  }

  private JdbcClient.StatementSpec sameSharing(Macro macro, String further) {
    return database
        .sql(
            "select count(*) from macro where scope = ? and owner <=> ? and team <=> ? and id <> ?"
                + further)
        .params(macro.scope().name(), macro.owner(), macro.team(), macro.id());
  }

  private long insert(Macro macro) {
    KeyHolder key = new GeneratedKeyHolder();
    database
        .sql(
            """
            insert into macro
              (name, scope, owner, team, assigns_to_me, impact, urgency, category, service, template,
               is_note, act, resolution_code, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(values(macro))
        .update(key, "id");
    return key.getKey().longValue();
  }

  /** Each version is later than the one before it, even within a millisecond. */
  private long update(Macro macro) {
    int stored =
        database
            .sql(
                """
            update macro set name = ?, scope = ?, owner = ?, team = ?, assigns_to_me = ?,
              impact = ?, urgency = ?, category = ?, service = ?, template = ?, is_note = ?, act = ?, resolution_code = ?,
              changed_by = ?,
              changed_at = greatest(cast(? as datetime(3)), changed_at + interval 1000 microsecond)
            where id = ? and changed_at = ?
            """)
            .params(values(macro))
            .param(macro.id())
            .param(macro.changedAt())
            .update();
    if (stored == 0) {
      throw new ChangedMeanwhile("macro", macro.id());
    }
    return macro.id();
  }

  private Object[] values(Macro macro) {
    return new Object[] {
      macro.name(),
      macro.scope().name(),
      macro.owner(),
      macro.team(),
      macro.assignsToMe(),
      name(macro.impact()),
      name(macro.urgency()),
      macro.category(),
      macro.service(),
      macro.template(),
      macro.isNote(),
      name(macro.act()),
      name(macro.resolutionCode()),
      macro.changedBy(),
      clock.instant()
    };
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  public void delete(long id) {
    database.sql("delete from macro where id = ?").param(id).update();
  }
}
