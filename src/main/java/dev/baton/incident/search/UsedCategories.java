package dev.baton.incident.search;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The categories that incidents have, whether or not they are on the list. */
@Repository
@Transactional(readOnly = true)
public class UsedCategories {

  private static final int RECENT = 5000;

  private final JdbcClient database;

  UsedCategories(JdbcClient database) {
    this.database = database;
  }

  /** Those of the newest incidents, the most frequent first. */
  public List<String> frequent() {
    return database
        .sql(
            """
            select category from (
              select category from incident order by opened_at desc limit ?) recent
            where category is not null
            group by category order by count(*) desc, category
            """)
        .param(RECENT)
        .query(String.class)
        .list();
  }

  /** The same, as far as they contain the text in any case. */
  public List<String> containing(String text, int most) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return frequent().stream()
        .filter(category -> category.toLowerCase(Locale.ROOT).contains(wanted))
        .limit(most)
        .toList();
  }

  /** Whether one of the newest incidents has it, in any case. */
  public boolean has(String category) {
    return frequent().stream().anyMatch(category::equalsIgnoreCase);
  }
}
