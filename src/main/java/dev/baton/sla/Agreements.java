package dev.baton.sla;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Knows which promise applies to an incident. Of several agreements the one that says most exactly
 * whom it is for wins: naming the client counts more than naming the service, the service more than
 * the tier; among equals the later start of validity, then the later publication. What it leaves
 * out, the next one in that order may promise. Of one agreement the newest version counts that was
 * valid on the day the incident was opened, in the client's zone.
 */
@Service
public class Agreements implements AgreedTerms {

  /** How soon another node's publication is seen. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final PublishedVersions versions;
  private final ClientDirectory clients;
  private final Map<Terms.Key, Terms> known = new ConcurrentHashMap<>();
  private final Map<Long, WorkingCalendar> calendars = new ConcurrentHashMap<>();
  private final Map<Long, AgreementDefinition> agreements = new ConcurrentHashMap<>();
  private final Cache<String, Current> current =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build();

  Agreements(PublishedVersions versions, ClientDirectory clients) {
    this.versions = versions;
    this.clients = clients;
  }

  /** All versions of all agreements, newest first, and the newest of each calendar. */
  record Current(List<Version> agreements, Map<String, Long> calendars) {}

  record Version(long id, int number, AgreementDefinition definition) {

    String label() {
      return definition.name() + ", version " + number;
    }
  }

  /** What an agreement is chosen by. */
  public record Case(long clientId, String service, Priority priority, Instant openedAt) {}

  /**
   * A promise that applies.
   *
   * @param rank 1 for the one that counts
   * @param because what the agreement names, in words
   */
  public record Match(int rank, String agreement, String because, Terms terms) {}

  /** What counts for an obligation of this kind; empty where nothing is promised. */
  public Optional<Terms> promised(ObligationKind kind, Case incident) {
    return matches(kind, incident).findFirst().map(this::terms);
  }

  /** Every promise that applies, the one that counts first. */
  public List<Match> precedence(ObligationKind kind, Case incident) {
    List<Found> found = matches(kind, incident).toList();
    return IntStream.range(0, found.size())
        .mapToObj(
            i ->
                new Match(
                    i + 1,
                    found.get(i).version().label(),
                    because(found.get(i).version().definition()),
                    terms(found.get(i))))
        .toList();
  }

  @Override
  public Terms terms(Terms.Key key) {
    return known.computeIfAbsent(key, this::read);
  }

  private record Found(Version version, int promise) {}

  private Stream<Found> matches(ObligationKind kind, Case incident) {
    ClientView client = clients.client(incident.clientId());
    LocalDate day = LocalDate.ofInstant(incident.openedAt(), client.zone());
    Set<String> seen = new HashSet<>();
    return current().agreements().stream()
        .filter(version -> version.definition().isValidOn(day))
        .filter(version -> seen.add(version.definition().name()))
        .filter(version -> isFor(version.definition(), client, incident.service()))
        .sorted(BY_PRECEDENCE)
        .flatMap(version -> promises(version, kind, incident.priority()));
  }

  private static final Comparator<Version> BY_PRECEDENCE =
      Comparator.comparingInt((Version version) -> version.definition().precedence())
          .thenComparing(
              version -> version.definition().validFrom(),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingLong(Version::id)
          .reversed();

  private static boolean isFor(AgreementDefinition agreement, ClientView client, String service) {
    return agreement.kind() == AgreementKind.SLA
        && (agreement.client() == null || agreement.client().equals(client.code()))
        && (agreement.tier() == null || agreement.tier() == client.tier())
        && (agreement.service() == null || Objects.equals(agreement.service(), service));
  }

  private static Stream<Found> promises(Version version, ObligationKind kind, Priority priority) {
    List<Promise> promises = version.definition().promises();
    return IntStream.range(0, promises.size())
        .filter(i -> promises.get(i).obligation() == kind && promises.get(i).appliesTo(priority))
        .limit(1)
        .mapToObj(i -> new Found(version, i));
  }

  private Terms terms(Found found) {
    AgreementDefinition definition = found.version().definition();
    String calendar = definition.calendarOf(definition.promises().get(found.promise()));
    Long calendarVersion = current().calendars().get(calendar);
    if (calendarVersion == null) {
      throw new IllegalStateException(
          "%s uses the calendar '%s', which does not exist."
              .formatted(found.version().label(), calendar));
    }
    return terms(new Terms.Key(found.version().id(), found.promise(), calendarVersion));
  }

  private Terms read(Terms.Key key) {
    AgreementVersion version =
        versions.agreement(key.agreementVersion()).orElseThrow(() -> unknown(key));
    AgreementDefinition definition =
        agreements.computeIfAbsent(
            version.id(),
            id -> DefinitionText.read(version.definition(), AgreementDefinition.class));
    Promise promise = definition.promises().get(key.promise());
    return TermsOf.promise(
        key,
        definition.name() + ", version " + version.number(),
        definition,
        promise,
        calendar(key));
  }

  private WorkingCalendar calendar(Terms.Key key) {
    return calendars.computeIfAbsent(
        key.calendarVersion(),
        id ->
            WorkingCalendar.of(
                DefinitionText.read(
                    versions.calendar(id).orElseThrow(() -> unknown(key)).definition(),
                    CalendarDefinition.class)));
  }

  private static IllegalStateException unknown(Terms.Key key) {
    return new IllegalStateException("There are no terms " + key + ".");
  }

  private static String because(AgreementDefinition agreement) {
    List<String> named =
        Stream.of(
                agreement.client() == null ? null : "client " + agreement.client(),
                agreement.service() == null ? null : "service " + agreement.service(),
                agreement.tier() == null ? null : "tier " + agreement.tier())
            .filter(Objects::nonNull)
            .toList();
    return named.isEmpty() ? "for every client" : "for " + String.join(", ", named);
  }

  Current current() {
    return current.get("current", key -> load());
  }

  /** Sees what was just published. */
  void refresh() {
    current.invalidateAll();
  }

  private Current load() {
    List<Version> all =
        versions.agreements().stream()
            .map(stored -> new Version(stored.id(), stored.number(), definition(stored)))
            .toList();
    Map<String, Long> calendarsByName = new LinkedHashMap<>();
    for (CalendarVersion version : versions.calendars()) {
      calendarsByName.putIfAbsent(version.name(), version.id());
    }
    return new Current(all, Map.copyOf(calendarsByName));
  }

  private AgreementDefinition definition(AgreementVersion version) {
    return agreements.computeIfAbsent(
        version.id(), id -> DefinitionText.read(version.definition(), AgreementDefinition.class));
  }
}
