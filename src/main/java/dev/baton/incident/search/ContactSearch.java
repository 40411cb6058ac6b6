package dev.baton.incident.search;

import dev.baton.client.ClientDirectory;
import dev.baton.client.PhoneDigits;
import dev.baton.incident.search.ContactFilter.SqlConditions;
import java.time.Clock;
import java.time.ZoneOffset;
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

  private static final int PEOPLE = 20;
  static final String ORDER = " order by c.at desc, c.id desc";

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
    ContactCandidates candidates =
        new ContactCandidates(clients.people(typed.text(), null, PEOPLE));
    Optional<String> number = typed.number(clock.instant().atZone(ZoneOffset.UTC).getYear());
    String digits = PhoneDigits.of(typed.text());
    number.ifPresent(candidates::addIncident);
    if (!digits.isEmpty()) {
      candidates.addPhone(digits);
    }
    if (number.isEmpty() && digits.isEmpty() && !typed.each().isEmpty()) {
      NewestContacts newest = new NewestContacts(jdbc, typed, candidates.people());
      List<Long> found = newest.find(filter.conditions(), Math.toIntExact(offset + size));
      if (newest.isComplete() || found.size() >= offset + size) {
        return found.stream().skip(offset).limit(size).toList();
      }
      typed.all().ifPresent(candidates::addWords);
    }
    return candidates.isEmpty()
        ? List.of()
        : ids(candidates.from(), candidates.with(filter.conditions()), offset, size);
  }
}
