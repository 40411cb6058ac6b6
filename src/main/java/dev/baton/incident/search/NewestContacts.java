package dev.baton.incident.search;

import dev.baton.incident.search.ContactFilter.SqlConditions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks through the newest contacts for words, without the full-text index. */
final class NewestContacts {

  /** So many are looked through; further pages look further. */
  private static final int LOOKED_THROUGH = 1_500;

  private static final int PORTION = 250;
  private static final String TEXT = "concat_ws(' ', c.subject, c.body, c.from_text)";

  private final JdbcTemplate jdbc;
  private final SearchTerms words;
  private final List<Long> people;
  private boolean complete;

  /**
   * @param people ids of requesters whose contacts are meant, too
   */
  NewestContacts(JdbcTemplate jdbc, SearchTerms words, List<Long> people) {
    this.jdbc = jdbc;
    this.words = words;
    this.people = people;
  }

  /** Whether the last answer has all that there are. */
  boolean isComplete() {
    return complete;
  }

  /** Newest first; stops once there are enough. */
  List<Long> find(SqlConditions filter, int enough) {
    int most = LOOKED_THROUGH + 2 * enough;
    List<Long> newest =
        jdbc.queryForList(
            "select c.id from contact c%s%s limit %d"
                .formatted(filter.where(), ContactSearch.ORDER, most),
            Long.class,
            filter.values().toArray());
    List<Long> found = new ArrayList<>();
    for (int from = 0; from < newest.size() && found.size() < enough; from += PORTION) {
      addMatching(newest.subList(from, Math.min(newest.size(), from + PORTION)), found);
    }
    complete = newest.size() < most && found.size() < enough;
    return found;
  }

  private void addMatching(List<Long> ids, List<Long> found) {
    List<String> like = words.each().stream().map(word -> "%" + word + "%").toList();
    List<Object> values = new ArrayList<>(ids);
    values.addAll(like);
    values.addAll(people);
    jdbc.query(
        "select c.id, %s, %s from contact c left join incident i on i.id = c.incident_id"
                .formatted(TEXT, isTheirs())
            + " where c.id in (%s) and (%s or %s)"
                .formatted(
                    ContactCandidates.marks(ids.size()),
                    String.join(" and ", Collections.nCopies(like.size(), TEXT + " like ?")),
                    isTheirs())
            + ContactSearch.ORDER,
        row -> {
          if (row.getBoolean(3) || words.areIn(row.getString(2))) {
            found.add(row.getLong(1));
          }
        },
        withPeopleFirst(values));
  }

  private String isTheirs() {
    return people.isEmpty()
        ? "false"
        : "coalesce(i.requester_id in (%s), false)"
            .formatted(ContactCandidates.marks(people.size()));
  }

  /** They are asked for among the columns as well. */
  private Object[] withPeopleFirst(List<Object> values) {
    List<Object> all = new ArrayList<>(people);
    all.addAll(values);
    return all.toArray();
  }
}
