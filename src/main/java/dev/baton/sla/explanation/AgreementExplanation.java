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
      boolean withOthers,
      ExplanationLanguage language) {
    String agreement = language.agreement(terms.agreement());
    String at = priority == null ? "-" : priority.name();
    if (terms.key().updateMinutes() != null) {
      return language.text("clocks.because.plan", agreement, at);
    }
    Optional<ApplicableAgreements.RankedAgreement> inForce =
        matches.stream().filter(match -> match.agreement().equals(terms.agreement())).findFirst();
    if (inForce.isEmpty()) {
      return language.text("clocks.because.former", agreement, at);
    }
    String scope = language.scope(inForce.get().scope());
    if (inForce.get().rank() > 1) {
      return language.text("clocks.because.outranked", agreement, at, scope);
    }
    String others =
        matches.stream().skip(1).map(match -> other(match, language)).collect(joining(", "));
    return !withOthers || others.isEmpty()
        ? language.text("clocks.because.only", agreement, at, scope)
        : language.text("clocks.because.first", agreement, at, scope, others);
  }

  private static String other(
      ApplicableAgreements.RankedAgreement match, ExplanationLanguage language) {
    return "%s (%s)"
        .formatted(language.agreement(match.agreement()), language.scope(match.scope()));
  }
}
