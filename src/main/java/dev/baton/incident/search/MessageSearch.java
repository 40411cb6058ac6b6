package dev.baton.incident.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds incidents by what was said or written on them. */
@Repository
@Transactional(readOnly = true)
public class MessageSearch {

  /** So many of the newest messages are looked at; an incident may have several of them. */
  private static final int MESSAGES = 300;

  private final JdbcClient database;

  MessageSearch(JdbcClient database) {
    this.database = database;
  }

  /**
   * Returns the newest message of each incident that has all these words, or those of who wrote it,
   * at the beginning of its own, newest first.
   *
   * @param text what somebody typed
   * @param onlyClient whose messages that are not internal are looked for; null for all messages
   * @param most how many incidents at most
   */
  public List<FoundMessage> find(String text, Long onlyClient, int most) {
    Optional<String> words = new SearchTerms(text).all();
    if (words.isEmpty()) {
      return List.of();
    }
    Map<String, FoundMessage> found = new LinkedHashMap<>();
    database
        .sql(
            """
            select i.number incident, i.subject incidentSubject,
              concat_ws(' ', c.subject, c.body) text, c.at, c.visibility = 'INTERNAL' internal
            from contact c join incident i on i.id = c.incident_id
            where match (c.subject, c.body, c.from_text) against (:words in boolean mode)
              and (:client is null or (i.client_id = :client and c.visibility = 'CLIENT'))
            order by c.at desc, c.id desc limit :most
            """)
        .param("words", words.get())
        .param("client", onlyClient)
        .param("most", MESSAGES)
        .query(FoundMessage.class)
        .list()
        .forEach(message -> found.putIfAbsent(message.incident(), message));
    return found.values().stream().limit(most).toList();
  }
}
