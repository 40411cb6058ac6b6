package dev.baton.major;

import dev.baton.client.ClientDirectory;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.search.SimilarIncidents;
import dev.baton.incident.search.SimilarIncidents.Similar;
import dev.baton.incident.search.SimilarIncidents.Subject;
import dev.baton.incident.search.SimilarIncidents.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds incidents that may be one and the same, and makes them one major incident. Of the open
 * incidents of the window, those count that no major incident ever had, or has.
 */
@Service
@Transactional
public class ClusterDetection {

  private final SimilarIncidents similar;
  private final ClientDirectory clients;
  private final DeclareMajorIncident declarations;
  private final RelatedIncidents related;
  private final MajorIncidents majors;
  private final IncidentSearch incidents;
  private final Clock clock;

  ClusterDetection(
      SimilarIncidents similar,
      ClientDirectory clients,
      DeclareMajorIncident declarations,
      RelatedIncidents related,
      MajorIncidents majors,
      IncidentSearch incidents,
      Clock clock) {
    this.similar = similar;
    this.clients = clients;
    this.declarations = declarations;
    this.related = related;
    this.majors = majors;
    this.incidents = incidents;
    this.clock = clock;
  }

  /**
   * Where there are enough of the last minutes, or one that joins a running major incident.
   *
   * @param smallest how many incidents make a cluster
   */
  @Transactional(readOnly = true)
  public List<ClusterKey> find(int windowMinutes, int smallest) {
    Instant opened = clock.instant().minus(Duration.ofMinutes(windowMinutes));
    List<Similar> found = similar.openedAfter(opened, majors.runningClusters());
    Set<IncidentNumber> known = majors.known(found.stream().map(Similar::number).toList());
    Map<Subject, Integer> loose = new LinkedHashMap<>();
    Set<Subject> running = new HashSet<>();
    for (Similar incident : found) {
      if (!incident.isOpen()) {
        running.add(incident.subject());
      } else if (!known.contains(incident.number())) {
        loose.merge(incident.subject(), 1, Integer::sum);
      }
    }
    return loose.entrySet().stream()
        .filter(cluster -> cluster.getValue() >= smallest || running.contains(cluster.getKey()))
        .map(Map.Entry::getKey)
        .map(of -> new ClusterKey(of.clientId(), opened, of.isService(), of.name()))
        .toList();
  }

  /** The cluster as it is now. */
  @Transactional(readOnly = true)
  public IncidentCluster of(ClusterKey key) {
    List<Urgency> open = similar.openedAfter(key.opened(), subject(key));
    Set<IncidentNumber> known = majors.known(open.stream().map(Urgency::number).toList());
    List<Urgency> loose =
        open.stream().filter(incident -> !known.contains(incident.number())).toList();
    return new IncidentCluster(
        key,
        clients.client(key.clientId()).tier(),
        loose.stream().map(Urgency::number).toList(),
        loose.stream().map(Urgency::priority).filter(Objects::nonNull).findFirst().orElse(null),
        running(key));
  }

  /** Whether a VIP reported one of them. */
  @Transactional(readOnly = true)
  public boolean hasVip(IncidentCluster cluster) {
    return incidents.of(cluster.numbers()).values().stream()
        .anyMatch(incident -> incident.requester().vip());
  }

  /** The oldest major incident that was declared for the same subject, and is led still. */
  private IncidentNumber running(ClusterKey key) {
    List<IncidentNumber> running = majors.runningClusters();
    Set<IncidentNumber> same = similar.about(subject(key), running);
    return running.stream().filter(same::contains).findFirst().orElse(null);
  }

  private static Subject subject(ClusterKey key) {
    return new Subject(key.clientId(), key.isService(), key.name());
  }

  /** The most urgent, oldest one becomes the major incident; the others belong to it. */
  public void declare(ClusterKey key) {
    IncidentCluster cluster = of(key);
    if (!cluster.isKnown() && cluster.size() > 1) {
      declarations.cluster(
          cluster.numbers(),
          ("%d incidents of %s since %s, the most urgent %s, client tier %s"
                  + " (major-incident-rule.dmn).")
              .formatted(
                  cluster.size(),
                  key.words(),
                  key.opened(),
                  cluster.highestPriority() == null
                      ? "without a priority"
                      : cluster.highestPriority(),
                  cluster.tier()));
    }
  }

  /** All of them belong to the major incident that runs for the same cluster. */
  public void join(ClusterKey key) {
    IncidentCluster cluster = of(key);
    if (cluster.isKnown()) {
      MajorIncident major = majors.inTurn(cluster.running());
      cluster.numbers().forEach(child -> related.join(major, child));
      majors.flush();
    }
  }
}
