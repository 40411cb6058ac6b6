package dev.baton.sla.explanation;

import static java.util.stream.Collectors.joining;

import dev.baton.incident.Priority;
import dev.baton.sla.agreement.ApplicableAgreements;
import dev.baton.sla.agreement.Terms;
import java.util.List;
import java.util.Optional;

/** Says in a sentence why this agreement applies to an incident rather than another. */
public final class AgreementExplanation {

  private AgreementExplanation() {}

  /**
   * @param matches the agreements that would apply today, in order of precedence
   * @param withOthers whether to name the agreements of lower precedence
   */
  public static String sentence(
      Terms terms,
      Priority priority,
      List<ApplicableAgreements.RankedAgreement> matches,
      boolean withOthers) {
    String promised =
        "%s promises it at %s".formatted(terms.agreement(), priority == null ? "-" : priority);
    if (terms.key().updateMinutes() != null) {
      return promised + "; no agreement promises updates, so the communication plan applies.";
    }
    Optional<ApplicableAgreements.RankedAgreement> inForce =
        matches.stream().filter(match -> match.agreement().equals(terms.agreement())).findFirst();
    if (inForce.isEmpty()) {
      return promised
          + " and was agreed when the incident was opened; later publications do not"
          + " change it.";
    }
    String because = promised + ", " + inForce.get().because();
    if (inForce.get().rank() > 1) {
      return because
          + "; it was agreed when the incident was opened, and later publications do not"
          + " change it.";
    }
    String others =
        matches.stream()
            .skip(1)
            .map(match -> "%s (%s)".formatted(match.agreement(), match.because()))
            .collect(joining(", "));
    return !withOthers || others.isEmpty()
        ? because + "."
        : because
            + "; it takes precedence over %s because it is more specific (client, then service,"
                .formatted(others)
            + " then tier) or newer.";
  }
}
