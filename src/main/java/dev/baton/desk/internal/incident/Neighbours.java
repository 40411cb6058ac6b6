package dev.baton.desk.internal.incident;

import dev.baton.desk.internal.PageWriter;
import dev.baton.desk.internal.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.SearchWords;
import dev.baton.incident.Status;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentSearch;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what belongs to an incident and what is like it: of the same client alone, open or closed
 * not long ago. Reads by indexes only.
 */
@Component
class Neighbours {

  private static final int MOST = 8;
  private static final Duration LATELY = Duration.ofDays(60);

  private static final String SELECT =
      "select i.number, i.subject, i.status, i.priority, i.opened_at from incident i ";
  private static final String LATELY_OPEN =
      " and (i.closed_at is null or i.closed_at > ?) and i.number <> ?";

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

  private void addSimilar(Map<String, Neighbour> similar, IncidentView incident, Visitor visitor) {
    Timestamp since = Timestamp.from(clock.instant().minus(LATELY));
    add(
        similar,
        "sameRequester",
        visitor,
        incident,
        "where i.requester_id = (select x.requester_id from incident x where x.number = ?)"
            + LATELY_OPEN
            + " order by i.opened_at desc limit 5",
        incident.number(),
        since,
        incident.number());
    Optional<String> words = new SearchWords(incident.subject()).any();
    if (words.isPresent()) {
      add(
          similar,
          "sameWords",
          visitor,
          incident,
          "where match (i.subject, i.requester_name, i.requester_email) against (? in boolean mode)"
              + LATELY_OPEN
              + " and i.client_id = ? order by match (i.subject, i.requester_name,"
              + " i.requester_email) against (? in boolean mode) desc, i.opened_at desc limit 5",
          words.get(),
          since,
          incident.number(),
          incident.clientId(),
          words.get());
    }
    if (incident.service() != null) {
      add(
          similar,
          "sameService",
          visitor,
          incident,
          "where i.client_id = ? and i.service = ?"
              + LATELY_OPEN
              + " order by i.opened_at desc limit 5",
          incident.clientId(),
          incident.service(),
          since,
          incident.number());
    }
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
    Instant now = clock.instant();
    jdbc.query(
        SELECT + condition,
        row -> {
          Status status = Status.valueOf(row.getString(3));
          found.putIfAbsent(
              row.getString(1),
              new Neighbour(
                  row.getString(1),
                  row.getString(2),
                  status.name(),
                  pages.name("status", status, visitor.locale()),
                  row.getString(4),
                  visitor.at(row.getTimestamp(5).toInstant(), now),
                  pages.words("around." + because, visitor.locale())));
        },
        all.toArray());
  }
}
