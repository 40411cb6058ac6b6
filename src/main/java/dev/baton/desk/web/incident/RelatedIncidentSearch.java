package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.link.IncidentLinks;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.major.MajorIncidentSearch;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds linked and similar incidents of the same client, open or recently closed. Only reads by
 * index, and a limited number.
 */
@Component
class RelatedIncidentSearch {

  private static final int MOST = 8;
  private static final Duration LATELY = Duration.ofDays(60);

  /** The limit for linked incidents; a major incident has its own page with all of them. */
  private static final int MOST_LINKED = 100;

  /** The number of newest incidents to search, and the minimum length of words to compare. */
  private static final int LOOKED_AT = 300;

  private static final int TELLING = 4;

  /** The links that people set on the page. */
  private static final Set<String> SET_BY_HAND = Set.of("parent", "child");

  private static final Set<String> DUPLICATES = Set.of("original", "duplicate");

  private final IncidentSummaries lines;
  private final IncidentLinks links;
  private final MajorIncidentSearch majors;
  private final PageRenderer pages;
  private final Clock clock;

  RelatedIncidentSearch(
      IncidentSummaries lines,
      IncidentLinks links,
      MajorIncidentSearch majors,
      PageRenderer pages,
      Clock clock) {
    this.lines = lines;
    this.links = links;
    this.majors = majors;
    this.pages = pages;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Map<String, Object> of(IncidentView incident, Visitor visitor) {
    Map<String, RelatedIncident> linked = new LinkedHashMap<>();
    Map<String, RelatedIncident> similar = new LinkedHashMap<>();
    addLinked(linked, incident, visitor);
    addSimilar(similar, incident, visitor);
    linked.keySet().forEach(similar::remove);
    return Map.of(
        "linked",
        List.copyOf(linked.values()),
        "similar",
        similar.values().stream().limit(MOST).toList());
  }

  private void addLinked(
      Map<String, RelatedIncident> linked, IncidentView incident, Visitor visitor) {
    IncidentNumber number = new IncidentNumber(incident.number());
    Map<String, String> because = new LinkedHashMap<>();
    links.parentOf(number).ifPresent(parent -> because.put(parent.value(), "parent"));
    links
        .childrenOf(number, MOST_LINKED)
        .forEach(child -> because.putIfAbsent(child.value(), "child"));
    if (incident.duplicateOf() != null) {
      because.putIfAbsent(incident.duplicateOf(), "original");
    }
    List<IncidentSummary> duplicates = lines.duplicatesOf(number, incident.clientId(), MOST_LINKED);
    duplicates.forEach(line -> because.putIfAbsent(line.number(), "duplicate"));
    if (!visitor.isOfClient()) {
      majors.majorOf(number).ifPresent(major -> because.putIfAbsent(major.value(), "major"));
      majors.relatedTo(number).stream()
          .limit(MOST_LINKED)
          .forEach(other -> because.putIfAbsent(other.value(), "related"));
    }
    Map<String, IncidentSummary> found = lines.byNumber(because.keySet());
    Set<String> merged = merged(incident, because);
    because.forEach(
        (other, why) -> {
          IncidentSummary line = found.get(other);
          boolean fits = line != null && (!why.equals("original") || isOfClient(line, incident));
          if (fits) {
            String duplicate = why.equals("original") ? incident.number() : other;
            boolean isRemovable =
                SET_BY_HAND.contains(why)
                    || (DUPLICATES.contains(why) && !merged.contains(duplicate));
            linked.put(other, neighbour(line, visitor, why, isRemovable));
          }
        });
  }

  /** Of the duplicates, those whose messages are in the other incident. */
  private Set<String> merged(IncidentView incident, Map<String, String> because) {
    Set<String> duplicates = new HashSet<>();
    because.forEach(
        (other, why) -> {
          if (DUPLICATES.contains(why)) {
            duplicates.add(why.equals("original") ? incident.number() : other);
          }
        });
    return links.mergedAmong(duplicates);
  }

  private boolean isOfClient(IncidentSummary line, IncidentView incident) {
    return line.client().equals(incident.client());
  }

  /**
   * Searches the client's newest incidents: the same person first, then the most words in common,
   * then the same service.
   */
  private void addSimilar(
      Map<String, RelatedIncident> similar, IncidentView incident, Visitor visitor) {
    IncidentNumber number = new IncidentNumber(incident.number());
    Set<String> words = wordsOf(incident.subject());
    IncidentSummary own = lines.byNumber(List.of(incident.number())).get(incident.number());
    lines.newest(incident.clientId(), clock.instant().minus(LATELY), number, LOOKED_AT).stream()
        .map(
            line ->
                new Candidate(
                    line,
                    line.requesterId() == own.requesterId(),
                    common(words, wordsOf(line.subject())),
                    incident.service() != null && incident.service().equals(line.service())))
        .filter(candidate -> candidate.because() != null)
        .sorted(Comparator.comparingInt(Candidate::weight).reversed())
        .limit(MOST)
        .forEach(
            candidate ->
                similar.put(
                    candidate.line().number(),
                    neighbour(candidate.line(), visitor, candidate.because(), false)));
  }

  /** An incident that may be similar to the current one. */
  private record Candidate(
      IncidentSummary line, boolean sameRequester, int wordsInCommon, boolean sameService) {

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

  private RelatedIncident neighbour(
      IncidentSummary line, Visitor visitor, String because, boolean isRemovable) {
    return new RelatedIncident(
        line.number(),
        line.subject(),
        line.status().name(),
        pages.name("status", line.status(), visitor.locale()),
        line.priority() == null ? null : line.priority().name(),
        visitor.at(line.openedAt(), clock.instant()),
        pages.words("around." + because, visitor.locale()),
        isRemovable ? because : null);
  }
}
