package dev.baton.sla.web;

import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementPreview;
import dev.baton.sla.agreement.DefinitionRemark;
import dev.baton.sla.agreement.ObligationKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What would be promised to an incident opened at an instant. */
@Schema(name = "Trial", description = "What would be promised to an incident opened at an instant")
record AgreementPreviewResponse(
    Instant at,
    @Schema(description = "Null where agreements were tried without a client") String client,
    List<OutcomeBody> obligations,
    @Schema(description = "What you should know of it") List<String> remarks) {

  static AgreementPreviewResponse of(AgreementPreview trial) {
    return new AgreementPreviewResponse(
        trial.at(),
        trial.client(),
        trial.outcomes().stream().map(OutcomeBody::of).toList(),
        trial.remarks().stream().map(DefinitionRemark::words).toList());
  }

  /** One obligation at one priority. */
  @Schema(name = "TrialObligation")
  record OutcomeBody(
      ObligationKind obligation,
      Priority priority,
      @Schema(description = "What counts", example = "acme-gold, version 2") String agreement,
      @Schema(description = "Whom it names", example = "for client acme") String because,
      @Schema(example = "4 working hours") String target,
      String calendar,
      Instant dueAt,
      @Schema(description = "When it would be due, in the client's zone") String words,
      List<PointBody> milestones,
      @Schema(description = "Every agreement that applies; rank 1 counts")
          List<RankBody> precedence) {

    static OutcomeBody of(AgreementPreview.Outcome outcome) {
      return new OutcomeBody(
          outcome.obligation(),
          outcome.priority(),
          outcome.agreement().toString(),
          outcome.scope().toString(),
          outcome.target().toString(),
          outcome.calendar(),
          outcome.dueAt(),
          outcome.words(),
          outcome.milestones().stream().map(PointBody::of).toList(),
          outcome.precedence().stream().map(RankBody::of).toList());
    }
  }

  /** A milestone. */
  @Schema(name = "TrialMilestone")
  record PointBody(@Schema(example = "AT_RISK_75") String milestone, Instant at, String words) {

    static PointBody of(AgreementPreview.Point point) {
      return new PointBody(point.milestone(), point.at(), point.words());
    }
  }

  /** An agreement that applies. */
  @Schema(name = "TrialPrecedence")
  record RankBody(int rank, String agreement, String because, String target) {

    static RankBody of(AgreementPreview.Rank rank) {
      return new RankBody(
          rank.rank(),
          rank.agreement().toString(),
          rank.scope().toString(),
          rank.target().toString());
    }
  }
}
