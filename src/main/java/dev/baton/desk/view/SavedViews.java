package dev.baton.desk.view;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldChecks;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The views that people have saved, for themselves or for a team of theirs. */
@Repository
@Transactional
public class SavedViews {

  /** Of one person. */
  static final int MOST = 30;

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_QUERY = 2_000;

  private final JdbcClient database;
  private final Clock clock;

  SavedViews(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Somebody's own views and those of these teams, by name. */
  @Transactional(readOnly = true)
  public List<SavedView> of(String login, Collection<String> teams) {
    return database
        .sql(
            """
            select id, owner, team, name, query from saved_view
            where (team is null and owner = :login) or team in (:teams)
            order by team is not null, name, id
            """)
        .param("login", login)
        .param("teams", teams.isEmpty() ? List.of("") : teams)
        .query(SavedView.class)
        .list();
  }

  /**
   * Keeps a view; one with this name, owner and team is replaced.
   *
   * @param team one of the owner's teams; null for the owner alone
   * @throws InvalidInput if the name is missing or too long, or there are too many
   */
  public void save(String login, String team, String name, String query) {
    String checked = FieldChecks.text("name", "view-name", name, LONGEST_NAME);
    if (query.length() > LONGEST_QUERY) {
      throw new InvalidInput("query", LocalizableText.of("refused.view.filter"));
    }
    database
        .sql("delete from saved_view where owner = ? and name = ? and team <=> ?")
        .params(login, checked, team)
        .update();
    long own =
        database
            .sql("select count(*) from saved_view where owner = ?")
            .param(login)
            .query(Long.class)
            .single();
    if (own >= MOST) {
      throw new InvalidInput("name", LocalizableText.of("refused.view.most", MOST));
    }
    database
        .sql("insert into saved_view (owner, team, name, query, created_at) values (?, ?, ?, ?, ?)")
        .params(login, team, checked, query, clock.instant())
        .update();
  }

  /** Removes a view of this person; returns whether there was one. */
  public boolean remove(String login, long id) {
    return database
            .sql("delete from saved_view where id = ? and owner = ?")
            .params(id, login)
            .update()
        == 1;
  }
}
