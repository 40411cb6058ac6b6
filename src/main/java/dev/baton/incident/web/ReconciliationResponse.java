package dev.baton.incident.web;

import dev.baton.incident.reconciliation.ReconciliationReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The result of comparing incidents and flows. */
@Schema(name = "Reconciliation", description = "What the comparison of incidents and flows found")
record ReconciliationResponse(
    Instant checkedAt,
    @Schema(description = "Whether both agree") boolean clean,
    List<Difference> differences) {

  /** Something that is there without its counterpart. */
  @Schema(name = "Difference", description = "Something that is there without its counterpart")
  record Difference(
      ReconciliationReport.DifferenceKind kind,
      @Schema(
              description = "Number of the incident; null where a flow was started without one",
              example = "INC-2026-000123")
          String number,
      @Schema(description = "Id of the instance or the task in the engine") String engineId,
      @Schema(description = "The same in words") String text) {}

  static ReconciliationResponse of(ReconciliationReport report) {
    return new ReconciliationResponse(
        report.checkedAt(),
        report.isClean(),
        report.differences().stream()
            .map(
                found ->
                    new Difference(found.kind(), found.number(), found.engineId(), found.text()))
            .toList());
  }
}
