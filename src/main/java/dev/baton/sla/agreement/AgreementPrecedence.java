package dev.baton.sla.agreement;

import dev.baton.client.ClientView;
import dev.baton.incident.Priority;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The agreements that apply to an incident, in order of precedence. Of each agreement, the newest
 * version that had started by the day of the opening counts, in the client's time zone; once that
 * version has ended, so has the agreement.
 */
final class AgreementPrecedence {

  static final Comparator<AgreementDefinition> LESS_EXACT_FIRST =
      Comparator.comparingInt(AgreementDefinition::precedence)
          .thenComparing(
              AgreementDefinition::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Comparator<NumberedAgreement> FIRST_COUNTS =
      Comparator.comparing(NumberedAgreement::definition, LESS_EXACT_FIRST)
          .thenComparingLong(NumberedAgreement::id)
          .reversed();

  private final List<NumberedAgreement> inOrder;
  private final Priority priority;

  private AgreementPrecedence(List<NumberedAgreement> inOrder, Priority priority) {
    this.inOrder = inOrder;
    this.priority = priority;
  }

  /** A version that was published, or would be. */
  record NumberedAgreement(long id, int number, AgreementDefinition definition) {

    AgreementLabel label() {
      return new AgreementLabel(definition.name(), number);
    }
  }

  /** A promise of a version, numbered from 0. */
  record ApplicablePromise(NumberedAgreement version, int number) {

    Promise promise() {
      return version.definition().promises().get(number);
    }
  }

  /**
   * @param versions of all agreements, newest first
   */
  static AgreementPrecedence of(
      List<NumberedAgreement> versions,
      ClientView client,
      ApplicableAgreements.IncidentCriteria incident) {
    LocalDate day = LocalDate.ofInstant(incident.openedAt(), client.zone());
    Set<String> seen = new HashSet<>();
    List<NumberedAgreement> applying =
        versions.stream()
            .filter(version -> version.definition().beginsBy(day))
            .filter(version -> seen.add(version.definition().name()))
            .filter(version -> version.definition().isValidOn(day))
            .filter(version -> isFor(version.definition(), client, incident.service()))
            .sorted(FIRST_COUNTS)
            .toList();
    return new AgreementPrecedence(applying, incident.priority());
  }

  Stream<ApplicablePromise> promises(ObligationKind kind) {
    return inOrder.stream().flatMap(version -> first(version, kind));
  }

  private Stream<ApplicablePromise> first(NumberedAgreement version, ObligationKind kind) {
    List<Promise> promises = version.definition().promises();
    return IntStream.range(0, promises.size())
        .filter(i -> promises.get(i).obligation() == kind && promises.get(i).appliesTo(priority))
        .limit(1)
        .mapToObj(i -> new ApplicablePromise(version, i));
  }

  private static boolean isFor(AgreementDefinition agreement, ClientView client, String service) {
    return agreement.kind() == AgreementKind.SLA
        && (agreement.client() == null || agreement.client().equals(client.code()))
        && (agreement.tier() == null || agreement.tier() == client.tier())
        && (agreement.service() == null || Objects.equals(agreement.service(), service));
  }
}
