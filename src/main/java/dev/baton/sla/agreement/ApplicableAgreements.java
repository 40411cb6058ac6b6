package dev.baton.sla.agreement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementPrecedence.ApplicablePromise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Finds the promise that applies to an incident. The most specific agreement wins: naming the
 * client outweighs naming the service, which outweighs naming the tier. Among equals, the later
 * start of validity wins, then the later publication. If the winner does not promise an obligation,
 * the next agreement in that order may. Of each agreement, the newest version that had started by
 * the day the incident was opened counts, in the client's time zone; once that version has ended,
 * the agreement promises nothing.
 */
@Service
public class ApplicableAgreements implements TermsLookup {

  /** How soon this node sees what another node published. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final DefinitionVersionRepository versions;
  private final PublishedCalendars calendars;
  private final ClientDirectory clients;
  private final Map<Terms.Key, Terms> known = new ConcurrentHashMap<>();
  private final Map<Long, AgreementDefinition> agreements = new ConcurrentHashMap<>();
  private final Cache<String, CurrentVersions> current =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build();

  ApplicableAgreements(
      DefinitionVersionRepository versions, PublishedCalendars calendars, ClientDirectory clients) {
    this.versions = versions;
    this.calendars = calendars;
    this.clients = clients;
  }

  /** All versions of all agreements, newest first, and the newest version of each calendar. */
  record CurrentVersions(
      List<AgreementPrecedence.NumberedAgreement> agreements, Map<String, Long> calendars) {}

  /** The facts of an incident that decide which agreement applies. */
  public record IncidentCriteria(
      long clientId, String service, Priority priority, Instant openedAt) {}

  /**
   * A promise that applies.
   *
   * @param rank 1 for the one that counts
   * @param scope whom the agreement is for
   */
  public record RankedAgreement(
      int rank, AgreementLabel agreement, AgreementScope scope, Terms terms) {}

  /** The terms that apply to an obligation of this kind; empty if nothing is promised. */
  public Optional<Terms> promised(ObligationKind kind, IncidentCriteria incident) {
    return matches(kind, incident).findFirst().map(this::terms);
  }

  /**
   * Updates at this interval, although no agreement promises them, measured in the hours of the
   * promised resolution; empty if no resolution is promised.
   */
  public Optional<Terms> updatesEvery(int minutes, IncidentCriteria incident) {
    return promised(ObligationKind.RESOLUTION, incident)
        .map(resolution -> terms(resolution.key().withUpdatesEvery(minutes)));
  }

  /** Every promise that applies, in order of precedence. */
  public List<RankedAgreement> precedence(ObligationKind kind, IncidentCriteria incident) {
    List<ApplicablePromise> found = matches(kind, incident).toList();
    return IntStream.range(0, found.size())
        .mapToObj(
            i ->
                new RankedAgreement(
                    i + 1,
                    found.get(i).version().label(),
                    found.get(i).version().definition().scope(),
                    terms(found.get(i))))
        .toList();
  }

  @Override
  public Terms terms(Terms.Key key) {
    return known.computeIfAbsent(key, this::read);
  }

  private Stream<ApplicablePromise> matches(ObligationKind kind, IncidentCriteria incident) {
    ClientView client = clients.client(incident.clientId());
    return AgreementPrecedence.of(current().agreements(), client, incident).promises(kind);
  }

  private Terms terms(ApplicablePromise found) {
    AgreementDefinition definition = found.version().definition();
    String calendar = definition.calendarOf(found.promise());
    Long calendarVersion = current().calendars().get(calendar);
    if (calendarVersion == null) {
      throw new IllegalStateException(
          "%s uses the calendar '%s', which does not exist."
              .formatted(found.version().label(), calendar));
    }
    return terms(new Terms.Key(found.version().id(), found.number(), calendarVersion));
  }

  private Terms read(Terms.Key key) {
    AgreementVersion version =
        versions.agreement(key.agreementVersion()).orElseThrow(() -> unknown(key));
    AgreementDefinition definition =
        agreements.computeIfAbsent(
            version.id(),
            id -> DefinitionJson.read(version.definition(), AgreementDefinition.class));
    Promise promise = definition.promises().get(key.promise());
    AgreementLabel label = new AgreementLabel(definition.name(), version.number());
    return key.updateMinutes() == null
        ? TermsFactory.promise(
            key, label, definition, promise, calendars.version(key.calendarVersion()))
        : TermsFactory.promise(
            key,
            label.plan(),
            definition,
            promise.updatesEvery(key.updateMinutes()),
            calendars.version(key.calendarVersion()));
  }

  private static IllegalStateException unknown(Terms.Key key) {
    return new IllegalStateException("No terms exist for " + key + ".");
  }

  CurrentVersions current() {
    return current.get("current", key -> load());
  }

  /** Forgets what is cached, so that the latest publication is seen. */
  void refresh() {
    current.invalidateAll();
  }

  private CurrentVersions load() {
    List<AgreementPrecedence.NumberedAgreement> all =
        versions.agreements().stream()
            .map(
                stored ->
                    new AgreementPrecedence.NumberedAgreement(
                        stored.id(), stored.number(), definition(stored)))
            .toList();
    Map<String, Long> calendarsByName = new LinkedHashMap<>();
    for (CalendarVersion version : versions.calendars()) {
      calendarsByName.putIfAbsent(version.name(), version.id());
    }
    return new CurrentVersions(all, Map.copyOf(calendarsByName));
  }

  private AgreementDefinition definition(AgreementVersion version) {
    return agreements.computeIfAbsent(
        version.id(), id -> DefinitionJson.read(version.definition(), AgreementDefinition.class));
  }
}
