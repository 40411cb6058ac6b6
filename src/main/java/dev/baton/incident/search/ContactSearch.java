package dev.baton.incident.search;

import dev.baton.client.ClientDirectory;
import dev.baton.client.PhoneDigits;
import dev.baton.client.RequesterView;
import dev.baton.incident.search.ContactFilter.SqlConditions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds contacts, newest first. A page comes from an index alone, and only its rows are read. What
 * is typed is looked for in the newest contacts first, as {@link IncidentQueries} does: what is
 * common fills the page from there, and what is rare comes from the full-text index at once.
 */
@Repository
@Transactional(readOnly = true)
public class ContactSearch {

  /** It is counted up to here; with words, not at all. */
  public static final int COUNTED = 1_000;

  private static final int NEWEST = 2_000;
  private static final int PEOPLE = 20;
  private static final String ORDER = " order by c.at desc, c.id desc";
  private static final String TEXT = "concat_ws(' ', c.subject, c.body, c.from_text)";

  private final JdbcTemplate jdbc;
  private final ContactSummaries summaries;
  private final ClientDirectory clients;
  private final Clock clock;

  ContactSearch(
      JdbcTemplate jdbc, ContactSummaries summaries, ClientDirectory clients, Clock clock) {
    this.jdbc = jdbc;
    this.summaries = summaries;
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * A page of what was found.
   *
   * @param count how many there are in all, as far as counted
   * @param isMore whether there are more than were counted
   * @param hasNext whether there is a page after this one
   */
  public record FoundContacts(
      List<ContactSummary> contacts, long count, boolean isMore, boolean hasNext) {}

  public FoundContacts find(ContactFilter filter, long offset, int size) {
    boolean isSearch = filter.text() != null && !filter.text().isBlank();
    List<Long> ids =
        isSearch
            ? matching(filter, offset, size + 1)
            : ids(" from contact c", filter.conditions(), offset, size + 1);
    boolean hasNext = ids.size() > size;
    List<Long> shown = hasNext ? ids.subList(0, size) : ids;
    long seen = offset + shown.size();
    if (isSearch) {
      return new FoundContacts(summaries.of(shown), seen, hasNext, hasNext);
    }
    boolean isLast = !hasNext && (offset == 0 || !shown.isEmpty());
    long count = isLast ? seen : count(filter.conditions());
    return new FoundContacts(
        summaries.of(shown), Math.min(count, COUNTED), count > COUNTED, hasNext);
  }

  private List<Long> ids(String from, SqlConditions sql, long offset, int size) {
    return jdbc.queryForList(
        "select c.id" + from + sql.where() + ORDER + " limit %d offset %d".formatted(size, offset),
        Long.class,
        sql.values().toArray());
  }

  private long count(SqlConditions sql) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select count(*) from (select 1 from contact c%s limit %d) t"
                .formatted(sql.where(), COUNTED + 1),
            Long.class,
            sql.values().toArray()));
  }

  private List<Long> matching(ContactFilter filter, long offset, int size) {
    SearchTerms typed = new SearchTerms(filter.text().strip());
    String digits = PhoneDigits.of(typed.text());
    Optional<String> number = typed.number(clock.instant().atZone(ZoneOffset.UTC).getYear());
    if (digits.isEmpty() && number.isEmpty() && !typed.each().isEmpty()) {
      List<Long> newest = inTheNewest(filter, typed);
      if (newest.size() >= offset + size) {
        return newest.subList((int) offset, (int) offset + size);
      }
    }
    Candidates candidates = new Candidates();
    number.ifPresent(
        known ->
            candidates.add(
                "select b.id from contact b join incident i on i.id = b.incident_id"
                    + " where i.number = ?",
                known));
    if (!digits.isEmpty()) {
      candidates.add("select id from contact where from_digits like concat('%', ?)", digits);
      candidates.add(
          "select id from contact where length(from_digits) >= 6 and ? like concat('%',"
              + " from_digits)",
          digits);
    }
    typed
        .all()
        .filter(words -> number.isEmpty())
        .ifPresent(
            words ->
                candidates.add(
                    "select id from contact"
                        + " where match (subject, body, from_text) against (? in boolean mode)",
                    words));
    candidates.addThoseOf(clients.people(typed.text(), null, PEOPLE));
    return candidates.isEmpty() ? List.of() : candidates.find(filter, offset, size);
  }

  /** Among those that were logged last, by the beginnings of their words. */
  private List<Long> inTheNewest(ContactFilter filter, SearchTerms typed) {
    SqlConditions sql = filter.conditions();
    List<String> like = typed.each().stream().map(word -> "%" + word + "%").toList();
    List<Object> values = new ArrayList<>(sql.values());
    values.addAll(like);
    List<Long> found = new ArrayList<>();
    jdbc.query(
        "select c.id, %s from (select c.id from contact c%s%s limit %d) n"
                .formatted(TEXT, sql.where(), ORDER, NEWEST)
            + " join contact c on c.id = n.id where "
            + String.join(" and ", Collections.nCopies(like.size(), TEXT + " like ?"))
            + ORDER,
        row -> {
          if (typed.areIn(row.getString(2))) {
            found.add(row.getLong(1));
          }
        },
        values.toArray());
    return found;
  }

  /** Ids of contacts that may be meant, from several indexes. */
  private final class Candidates {

    private final List<String> selects = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String select, Object value) {
      selects.add(select);
      values.add(value);
    }

    /** What was said with these people on their incidents, whoever noted whose name. */
    void addThoseOf(List<RequesterView> people) {
      if (!people.isEmpty()) {
        selects.add(
            "select b.id from contact b join incident i on i.id = b.incident_id"
                + " where i.requester_id in (%s)"
                    .formatted(String.join(", ", Collections.nCopies(people.size(), "?"))));
        people.forEach(person -> values.add(person.id()));
      }
    }

    boolean isEmpty() {
      return selects.isEmpty();
    }

    List<Long> find(ContactFilter filter, long offset, int size) {
      SqlConditions sql = filter.conditions();
      values.addAll(sql.values());
      return ids(
          " from (%s) found join contact c on c.id = found.id"
              .formatted(String.join(" union ", selects)),
          new SqlConditions(sql.conditions(), values),
          offset,
          size);
    }
  }
}
