package dev.baton.desk.template;

import dev.baton.database.LikePattern;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of reply templates, without their whole texts. */
@Repository
@Transactional(readOnly = true)
public class ReplyTemplateQueries {

  static final String SHARED =
      "((t.scope = 'PERSON' and t.owner = :login) or (t.scope = 'TEAM' and t.team in (:teams))"
          + " or t.scope = 'DESK')";

  /** Those that somebody may use on an incident of a client. */
  static final String USABLE = "(" + SHARED + " or (t.scope = 'CLIENT' and t.client = :client))";

  private static final int MOST_WORDS = 8;

  private static final String NAME =
      "t.id, t.name, t.german_name germanName, t.scope, t.owner, t.team, t.client";

  private static final String SUMMARY =
      NAME
          + ", left(t.english, %1$d) english, left(t.german, %1$d) german, t.changed_at changedAt"
              .formatted(TemplateSummary.BEGINNING);

  private final JdbcClient database;

  ReplyTemplateQueries(JdbcClient database) {
    this.database = database;
  }

  /**
   * Those that this person may read, by name.
   *
   * @param words part of the name or the text; empty for all
   */
  public Page<TemplateSummary> of(TemplateKeeper reader, String words, Pageable page) {
    String where =
        " from reply_template t where (:all or t.scope = 'CLIENT' or "
            + SHARED
            + ") and (t.name like :words or t.german_name like :words or t.english like :words or t.german like :words)";
    long count = asked(reader, words, "select count(*)" + where).query(Long.class).single();
    List<TemplateSummary> found =
        asked(
                reader,
                words,
                "select " + SUMMARY + where + " order by t.name, t.id limit :limit offset :offset")
            .param("limit", page.getPageSize())
            .param("offset", page.getOffset())
            .query(TemplateSummary.class)
            .list();
    return new PageImpl<>(found, page, count);
  }

  private JdbcClient.StatementSpec asked(TemplateKeeper reader, String words, String sql) {
    return shared(reader, sql)
        .param("all", reader.keepsAll())
        .param("words", LikePattern.containing(words.strip()));
  }

  private JdbcClient.StatementSpec shared(TemplateKeeper person, String sql) {
    return database
        .sql(sql)
        .param("login", person.login())
        .param("teams", nonEmpty(person.teams()));
  }

  static Collection<String> nonEmpty(Collection<String> teams) {
    return teams.isEmpty() ? List.of("") : teams;
  }

  /**
   * The first of those that somebody may use on the incidents of a client: those with the words in
   * their name, then what the person used last, then by name.
   *
   * @param words all of them are in the name or a text; empty for all
   */
  public List<TemplateSummary> usable(
      TemplateKeeper person, String client, String words, int most) {
    List<String> asked =
        Arrays.stream(words.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList();
    // A constant would be taken for the number of a column.
    String inName = asked.isEmpty() ? "" : all(asked, "t.name, t.german_name") + " desc, ";
    JdbcClient.StatementSpec query =
        shared(
                person,
                "select "
                    + SUMMARY
                    + " from reply_template t left join reply_template_use u"
                    + " on u.template = t.id and u.login = :login where "
                    + USABLE
                    + " and "
                    + all(asked, "t.name, t.german_name, t.english, t.german")
                    + " order by "
                    + inName
                    + "u.used_at desc, t.name, t.id limit :limit")
            .param("client", client)
            .param("limit", most);
    for (int i = 0; i < asked.size(); i++) {
      query = query.param("word" + i, LikePattern.containing(asked.get(i)));
    }
    return query.query(TemplateSummary.class).list();
  }

  private static String all(List<String> words, String columns) {
    return words.isEmpty()
        ? "true"
        : IntStream.range(0, words.size())
            .mapToObj(i -> "concat_ws(' ', " + columns + ") like :word" + i)
            .collect(Collectors.joining(" and ", "(", ")"));
  }

  /**
   * Those that a macro can write, by name. Those of one client are left out: a macro runs on any
   * client's incidents.
   *
   * @param keeper whoever edits the macro
   * @param owner sign-in name of the person whose own templates are wanted
   * @param current id of the template that it writes now, which is always among them; null for none
   */
  public List<TemplateName> forMacro(TemplateKeeper keeper, String owner, Long current) {
    return database
        .sql(
            "select "
                + NAME
                + " from reply_template t where t.scope = 'DESK'"
                + " or (t.scope = 'TEAM' and (:all or t.team in (:teams)))"
                + " or (t.scope = 'PERSON' and t.owner = :owner) or t.id = :current"
                + " order by t.name, t.id")
        .param("all", keeper.keepsAll())
        .param("teams", nonEmpty(keeper.teams()))
        .param("owner", owner)
        .param("current", current)
        .query(TemplateName.class)
        .list();
  }
}
