package dev.baton.desk.internal.incident;

import dev.baton.desk.internal.PageWriter;
import dev.baton.desk.internal.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what belongs to an incident and what is like it: of the same client alone, open or closed
 * not long ago. Reads by indexes only, and a bounded number.
 */
@Component
class Neighbours {

  private static final int MOST = 8;
  private static final Duration LATELY = Duration.ofDays(60);

  private static final String SELECT =
      "select i.number, i.subject, i.status, i.priority, i.opened_at from incident i ";

  /** So many of the newest are looked through, and words from so many letters on tell something. */
  private static final int LOOKED_AT = 300;

  private static final int TELLING = 4;

  private final JdbcTemplate jdbc;
  private final MajorIncidentSearch majors;
  private final PageWriter pages;
  private final Clock clock;

  Neighbours(JdbcTemplate jdbc, MajorIncidentSearch majors, PageWriter pages, Clock clock) {
    this.jdbc = jdbc;
    this.majors = majors;
    this.pages = pages;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Map<String, Object> of(IncidentView incident, Visitor visitor) {
    Map<String, Neighbour> linked = new LinkedHashMap<>();
    Map<String, Neighbour> similar = new LinkedHashMap<>();
    addLinked(linked, incident, visitor);
    addSimilar(similar, incident, visitor);
    linked.keySet().forEach(similar::remove);
    return Map.of(
        "linked",
        List.copyOf(linked.values()),
        "similar",
        similar.values().stream().limit(MOST).toList());
  }

  private void addLinked(Map<String, Neighbour> linked, IncidentView incident, Visitor visitor) {
    IncidentNumber number = new IncidentNumber(incident.number());
    if (incident.duplicateOf() != null) {
      add(linked, "original", visitor, incident, "where i.number = ?", incident.duplicateOf());
    }
    add(linked, "duplicate", visitor, incident, "where i.duplicate_of = ?", number.value());
    if (visitor.isOfClient()) {
      return;
    }
    majors
        .majorOf(number)
        .ifPresent(
            major -> add(linked, "major", visitor, null, "where i.number = ?", major.value()));
    majors.details(number).map(MajorDetails::related).stream()
        .flatMap(List::stream)
        .forEach(
            related ->
                add(
                    linked,
                    "related",
                    visitor,
                    null,
                    "where i.number = ?",
                    related.incident().number()));
  }

  /**
   * Looks through the newest of the client: the same person first, then the most words in common,
   * then the same service.
   */
  private void addSimilar(Map<String, Neighbour> similar, IncidentView incident, Visitor visitor) {
    Timestamp since = Timestamp.from(clock.instant().minus(LATELY));
    Set<String> words = wordsOf(incident.subject());
    List<Candidate> candidates =
        jdbc.query(
            """
            select i.number, i.subject, i.status, i.priority, i.opened_at, i.service,
              i.requester_id = (select x.requester_id from incident x where x.number = ?)
            from incident i where i.client_id = ? and (i.closed_at is null or i.closed_at > ?)
              and i.number <> ?
            order by i.opened_at desc limit ?
            """,
            (row, at) ->
                new Candidate(
                    neighbour(row, visitor),
                    row.getBoolean(7),
                    common(words, wordsOf(row.getString(2))),
                    incident.service() != null && incident.service().equals(row.getString(6))),
            incident.number(),
            incident.clientId(),
            since,
            incident.number(),
            LOOKED_AT);
    candidates.stream()
        .filter(candidate -> candidate.because() != null)
        .sorted(Comparator.comparingInt(Candidate::weight).reversed())
        .limit(MOST)
        .forEach(
            candidate ->
                similar.put(
                    candidate.neighbour().number(),
                    candidate
                        .neighbour()
                        .because(pages.words("around." + candidate.because(), visitor.locale()))));
  }

  /** An incident that may be like the one that is looked at. */
  private record Candidate(
      Neighbour neighbour, boolean sameRequester, int wordsInCommon, boolean sameService) {

    String because() {
      return sameRequester
          ? "sameRequester"
          : wordsInCommon > 0 ? "sameWords" : sameService ? "sameService" : null;
    }

    int weight() {
      return (sameRequester ? 100 : 0) + 10 * wordsInCommon + (sameService ? 5 : 0);
    }
  }

  private static Set<String> wordsOf(String subject) {
    return Arrays.stream(subject.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() >= TELLING)
        .collect(Collectors.toSet());
  }

  private static int common(Set<String> words, Set<String> others) {
    return (int) words.stream().filter(others::contains).count();
  }

  /** Adds what the condition finds, of the same client where an incident is given. */
  private void add(
      Map<String, Neighbour> found,
      String because,
      Visitor visitor,
      IncidentView ofSameClient,
      String where,
      Object... values) {
    List<Object> all = new ArrayList<>(List.of(values));
    String condition = where;
    if (ofSameClient != null) {
      condition = where.replaceFirst("where ", "where i.client_id = ? and ");
      all.add(0, ofSameClient.clientId());
    }
    String words = pages.words("around." + because, visitor.locale());
    jdbc.query(
        SELECT + condition,
        row -> {
          found.putIfAbsent(row.getString(1), neighbour(row, visitor).because(words));
        },
        all.toArray());
  }

  private Neighbour neighbour(ResultSet row, Visitor visitor) throws SQLException {
    Status status = Status.valueOf(row.getString(3));
    return new Neighbour(
        row.getString(1),
        row.getString(2),
        status.name(),
        pages.name("status", status, visitor.locale()),
        row.getString(4),
        visitor.at(row.getTimestamp(5).toInstant(), clock.instant()),
        null);
  }
}
