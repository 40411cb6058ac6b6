package dev.baton.incident.search;

import dev.baton.incident.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which incidents are asked for, and in which order, as SQL about the incident {@code i} with its
 * values; to be answered by {@link IncidentQueries}.
 */
public final class IncidentSqlFilter {

  /** Also the order in which the newest are looked through first. */
  static final String NEWEST_FIRST = "i.opened_at desc, i.id desc";

  private final StringBuilder from = new StringBuilder(" from incident i");
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> joined = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private String order = NEWEST_FIRST;
  private SearchTerms words;

  /** Adds a join. */
  public IncidentSqlFilter join(String join, Object... itsValues) {
    from.append(' ').append(join);
    joined.addAll(List.of(itsValues));
    return this;
  }

  /** Adds a condition; all have to hold. */
  public IncidentSqlFilter where(String condition, Object... itsValues) {
    conditions.add(condition);
    values.addAll(List.of(itsValues));
    return this;
  }

  /** The incident is in one of these states; none given means any. */
  public IncidentSqlFilter in(Collection<Status> statuses) {
    return statuses.isEmpty()
        ? this
        : where(
            "i.status in (%s)"
                .formatted(String.join(", ", Collections.nCopies(statuses.size(), "?"))),
            statuses.stream().map(Status::name).toArray());
  }

  /** The incident has one of these numbers. */
  public IncidentSqlFilter numbered(Collection<String> numbers) {
    return numbers.isEmpty()
        ? where("1 = 0")
        : where(
            "i.number in (%s)"
                .formatted(String.join(", ", Collections.nCopies(numbers.size(), "?"))),
            numbers.toArray());
  }

  /** The incident has this tag. */
  public IncidentSqlFilter tagged(String tag) {
    return where(
        "exists (select 1 from incident_tag tagged where tagged.incident_id = i.id and tagged.tag = ?)",
        tag);
  }

  /**
   * What somebody types to find incidents: a number, a whole external reference, or words.
   *
   * @param year that digits alone are meant to be a number of
   */
  public IncidentSqlFilter text(String text, int year) {
    SearchTerms typed = new SearchTerms(text);
    Optional<String> number = typed.number(year);
    if (number.isPresent()) {
      return where("(i.number = ? or i.external_reference = ?)", number.get(), text);
    }
    if (typed.all().isEmpty()) {
      return where("i.external_reference = ?", text);
    }
    words = typed;
    return this;
  }

  /** Instead of the newest first. */
  public IncidentSqlFilter orderBy(String columns) {
    order = columns;
    return this;
  }

  Optional<SearchTerms> words() {
    return Optional.ofNullable(words);
  }

  boolean isNewestFirst() {
    return order.equals(NEWEST_FIRST);
  }

  String order() {
    return order;
  }

  String select(String columns, String... furtherConditions) {
    List<String> all = new ArrayList<>(conditions);
    all.addAll(List.of(furtherConditions));
    return "select "
        + columns
        + from
        + (all.isEmpty() ? "" : all.stream().collect(Collectors.joining(" and ", " where ", "")));
  }

  Object[] values(Object... further) {
    List<Object> all = new ArrayList<>(joined);
    all.addAll(values);
    all.addAll(List.of(further));
    return all.toArray();
  }
}
