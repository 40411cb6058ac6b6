package dev.baton.desk.macro;

import dev.baton.desk.template.TemplateKeeper;
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
  static final int MOST = 100;

  private static final int OFFERED = 200;

  private static final String SELECT =
      """
      select id, name, scope, owner, team, assigns_to_me assignsToMe, impact, urgency, template,
        is_note isNote, act, resolution_code resolutionCode, changed_by changedBy,
        changed_at changedAt
      from macro
      """;

  private static final String SHARED =
      "((scope = 'PERSON' and owner = :login) or (scope = 'TEAM' and team in (:teams))"
          + " or scope = 'DESK')";

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
    String where = " where (:all or " + SHARED + ") and name like :words";
    long count =
        asked(reader, words, "select count(*) from macro" + where).query(Long.class).single();
    List<Macro> found =
        asked(reader, words, SELECT + where + " order by name, id limit :limit offset :offset")
            .param("limit", page.getPageSize())
            .param("offset", page.getOffset())
            .query(Macro.class)
            .list();
    return new PageImpl<>(found, page, count);
  }

  private JdbcClient.StatementSpec asked(TemplateKeeper reader, String words, String sql) {
    return shared(reader, sql)
        .param("all", reader.keepsAll())
        .param("words", "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
  }

  private JdbcClient.StatementSpec shared(TemplateKeeper reader, String sql) {
    return database
        .sql(sql)
        .param("login", reader.login())
        .param("teams", reader.teams().isEmpty() ? List.of("") : reader.teams());
  }

  /** Those that this person can run: their own, their teams' and everybody's, by name. */
  @Transactional(readOnly = true)
  public List<Macro> usable(TemplateKeeper person) {
    return shared(person, SELECT + " where " + SHARED + " order by name, id limit :limit")
        .param("limit", OFFERED)
        .query(Macro.class)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Macro> find(long id) {
    return database.sql(SELECT + " where id = ?").param(id).query(Macro.class).optional();
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
   * @throws InvalidInput if there is another with this name for the same people, or too many
   */
  public long save(Macro macro) {
    refuseAnother(macro);
    return macro.id() == 0 ? insert(macro) : update(macro);
  }

  private void refuseAnother(Macro macro) {
    if (isTaken(macro)) {
      throw new InvalidInput("name", "There is already a macro of this name.");
    }
    if (sameSharing(macro, "").query(Long.class).single() >= MOST) {
      throw new InvalidInput("name", "There are already %d of these macros.".formatted(MOST));
    }
  }

  /** Whether there is another macro of this name for the same people. */
  @Transactional(readOnly = true)
  public boolean isTaken(Macro macro) {
    return sameSharing(macro, " and name = ?").param(macro.name()).query(Long.class).single() > 0;
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
              (name, scope, owner, team, assigns_to_me, impact, urgency, template, is_note, act,
               resolution_code, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(values(macro))
        .update(key, "id");
    return key.getKey().longValue();
  }

  private long update(Macro macro) {
    database
        .sql(
            """
            update macro set name = ?, scope = ?, owner = ?, team = ?, assigns_to_me = ?,
              impact = ?, urgency = ?, template = ?, is_note = ?, act = ?, resolution_code = ?,
              changed_by = ?, changed_at = ?
            where id = ?
            """)
        .params(values(macro))
        .param(macro.id())
        .update();
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
