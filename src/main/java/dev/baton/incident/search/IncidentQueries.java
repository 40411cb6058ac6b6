package dev.baton.incident.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds which incidents are asked for. Which rows make the page, an index alone says wherever it
 * can: a late page reads no earlier row.
 *
 * <p>Words are looked for in the full-text index, which first collects all that have them: what is
 * rare comes at once, what every incident has takes long. So the newest are looked through before,
 * without it: what is common fills the page from there.
 */
@Repository
@Transactional(readOnly = true)
public class IncidentQueries {

  /** With words, it is counted up to here: who finds more asks more narrowly. */
  public static final int WORDS_COUNTED = 1_000;

  /** So many of the newest are looked through for words before the index is asked. */
  private static final int NEWEST = 4_000;

  private static final String MATCH =
      "match (i.subject, i.requester_name, i.requester_email, i.detail_words) against (? in boolean"
          + " mode)";

  private static final String TEXT =
      "concat_ws(' ', i.subject, i.requester_name, i.requester_email, i.detail_words)";

  private final JdbcTemplate jdbc;

  IncidentQueries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page of what was found.
   *
   * @param ids in the order asked for
   * @param count how many there are in all, as far as counted
   * @param more whether there are more than were counted
   */
  public record MatchingIncidents(List<Long> ids, int count, boolean more) {}

  /**
   * A page.
   *
   * @param counted how far to count; with words, no further than {@link #WORDS_COUNTED}
   */
  public MatchingIncidents find(IncidentSqlFilter asked, long offset, int size, int counted) {
    Optional<SearchTerms> words = words(asked);
    if (words.isPresent()) {
      return new Words(asked, words.get()).find(offset, size);
    }
    return found(ids(asked, offset, size), offset, size, counted, () -> count(asked, counted));
  }

  /** The first so many. */
  public List<Long> first(IncidentSqlFilter asked, int most) {
    return words(asked)
        .map(words -> new Words(asked, words).ids(0, most))
        .orElseGet(() -> ids(asked, 0, most));
  }

  /** Unless they are an external reference: that is whole, and goes before. */
  private Optional<SearchTerms> words(IncidentSqlFilter asked) {
    Optional<SearchTerms> words = asked.words();
    if (words.isPresent() && isExternalReference(words.get().text())) {
      asked.where("i.external_reference = ?", words.get().text());
      return Optional.empty();
    }
    return words;
  }

  private boolean isExternalReference(String text) {
    return !jdbc.queryForList(
            "select 1 from incident where external_reference = ? limit 1", Integer.class, text)
        .isEmpty();
  }

  private interface Count {
    int upToOneMore();
  }

  private static MatchingIncidents found(
      List<Long> ids, long offset, int size, int counted, Count count) {
    boolean isLast = ids.size() < size && (offset == 0 || !ids.isEmpty());
    int all = isLast ? (int) offset + ids.size() : count.upToOneMore();
    return new MatchingIncidents(ids, Math.min(all, counted), all > counted);
  }

  private List<Long> ids(IncidentSqlFilter asked, long offset, int size) {
    return jdbc.queryForList(
        asked.select("i.id") + " order by " + asked.order() + page(offset, size),
        Long.class,
        asked.values());
  }

  private static String page(long offset, int size) {
    return " limit %d offset %d".formatted(size, offset);
  }

  private int count(IncidentSqlFilter asked, int counted) {
    return counted == Integer.MAX_VALUE
        ? number(asked.select("count(*)"), asked.values())
        : number(
            "select count(*) from (%s limit %d) t".formatted(asked.select("1"), counted + 1L),
            asked.values());
  }

  private int number(String select, Object... values) {
    return Objects.requireNonNull(jdbc.queryForObject(select, Integer.class, values));
  }

  /** A question with words. */
  private final class Words {

    private final IncidentSqlFilter asked;
    private final SearchTerms words;
    private final String index;

    Words(IncidentSqlFilter asked, SearchTerms words) {
      this.asked = asked;
      this.words = words;
      this.index = words.all().orElseThrow();
    }

    MatchingIncidents find(long offset, int size) {
      List<Instant> beyond = beyondTheNewest();
      if (beyond.isEmpty()) {
        List<Long> all = lookedThrough(asked.order());
        return new MatchingIncidents(
            cut(all, offset, size),
            Math.min(all.size(), WORDS_COUNTED),
            all.size() > WORDS_COUNTED);
      }
      List<Long> newest = lookedThrough(IncidentSqlFilter.NEWEST_FIRST, beyond.get(0));
      List<Long> ids =
          asked.isNewestFirst() && newest.size() >= offset + size
              ? cut(newest, offset, size)
              : ids(offset, size);
      return IncidentQueries.found(
          ids,
          offset,
          size,
          WORDS_COUNTED,
          () -> newest.size() > WORDS_COUNTED ? newest.size() : count());
    }

    /** When the first one was opened that is not among the newest; empty where all are. */
    private List<Instant> beyondTheNewest() {
      return jdbc.queryForList(
          asked.select("i.opened_at")
              + " order by "
              + IncidentSqlFilter.NEWEST_FIRST
              + page(NEWEST, 1),
          Instant.class,
          asked.values());
    }

    private List<Long> lookedThrough(String order, Instant... beyond) {
      List<String> conditions = new ArrayList<>();
      conditions.addAll(Collections.nCopies(beyond.length, "i.opened_at > ?"));
      List<String> like = words.each().stream().map(word -> "%" + word + "%").toList();
      conditions.addAll(Collections.nCopies(like.size(), TEXT + " like ?"));
      List<Long> found = new ArrayList<>();
      jdbc.query(
          asked.select("i.id, " + TEXT, conditions.toArray(String[]::new)) + " order by " + order,
          row -> {
            if (words.areIn(row.getString(2))) {
              found.add(row.getLong(1));
            }
          },
          asked.values(Stream.concat(Stream.of(beyond), like.stream()).toArray()));
      return found;
    }

    private List<Long> ids(long offset, int size) {
      return jdbc.queryForList(
          asked.select("i.id", MATCH) + " order by " + asked.order() + page(offset, size),
          Long.class,
          asked.values(index));
    }

    private int count() {
      return number(
          "select count(*) from (%s limit %d) t"
              .formatted(asked.select("1", MATCH), WORDS_COUNTED + 1),
          asked.values(index));
    }

    private List<Long> cut(List<Long> all, long offset, int size) {
      int from = (int) Math.min(offset, all.size());
      return all.subList(from, Math.min(from + size, all.size()));
    }
  }
}
