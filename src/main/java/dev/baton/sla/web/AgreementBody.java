package dev.baton.sla.web;

import dev.baton.calendar.Target;
import dev.baton.client.Tier;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.AgreementKind;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** The definition of an agreement at the API. */
@Schema(name = "Agreement", description = "What is agreed, for whom, from when to when")
record AgreementBody(
    @Schema(example = "acme-gold") String name,
    AgreementKind kind,
    @Schema(description = "Code of the client; null for every client", example = "acme")
        String client,
    @Schema(description = "Null for every tier") Tier tier,
    @Schema(description = "Code of the service; null for every service", example = "mail")
        String service,
    @Schema(description = "First day, in the client's zone; null for ever") LocalDate validFrom,
    @Schema(description = "Last day; null for ever") LocalDate validTo,
    @Schema(
            description = "Name of the calendar in whose hours the promises are measured",
            example = "berlin-office")
        String calendar,
    List<PromiseBody> promises) {

  static AgreementBody of(AgreementDefinition agreement) {
    return new AgreementBody(
        agreement.name(),
        agreement.kind(),
        agreement.client(),
        agreement.tier(),
        agreement.service(),
        agreement.validFrom(),
        agreement.validTo(),
        agreement.calendar(),
        agreement.promises().stream().map(PromiseBody::of).toList());
  }

  /** One target. */
  @Schema(name = "Promise", description = "One target of an agreement")
  record PromiseBody(
      ObligationKind obligation,
      @Schema(description = "To which it applies; none for all") List<Priority> priorities,
      @Schema(
              description =
                  "Working minutes, hours or days, minutes, hours, days, or end of working day",
              example = "4 working hours")
          String target,
      @Schema(description = "Name of the calendar; null for the agreement's own") String calendar,
      @Schema(description = "Usually CONTACT; UNANSWERED for an UPDATE") ClockStart starts,
      @Schema(description = "Usually FIRST_RESPONSE, RESOLVED or MESSAGE, by the obligation")
          ClockStop stops,
      @Schema(description = "The holds during which it does not run; usually REQUESTER")
          List<HoldReason> pausedBy,
      @Schema(description = "Percents of the target; usually 50, 75 and 90") List<Integer> atRisk,
      @Schema(description = "Time past due", example = "[\"1 working hour\"]")
          List<String> afterBreach) {

    static PromiseBody of(Promise promise) {
      return new PromiseBody(
          promise.obligation(),
          promise.priorities().stream().sorted().toList(),
          promise.target().toString(),
          promise.calendar(),
          promise.starts(),
          promise.stops(),
          promise.pausedBy().stream().sorted().toList(),
          promise.atRisk(),
          promise.afterBreach().stream().map(Target::toString).toList());
    }
  }
}
