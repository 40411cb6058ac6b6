package dev.baton.flow.web;

import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.ReleaseConsequence;
import dev.baton.engine.release.ReleaseReview;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What the checks say. */
@Schema(name = "FlowCheck", description = "What the checks say about flows, tables and forms")
record FlowCheckResponse(
    @Schema(description = "Whether the files could be deployed") boolean deployable,
    @Schema(description = "How many remarks refuse a deployment", example = "1") long errors,
    @Schema(description = "How many remarks do not", example = "2") long warnings,
    @Schema(description = "What is new with these files") List<Remark> remarks,
    @Schema(description = "What was the case before; refuses nothing") List<Remark> known,
    @Schema(description = "What would come out differently") List<Consequence> consequences,
    @Schema(description = "What could not be compared with the desk's data")
        List<String> notChecked) {

  /** What is wrong with an element. */
  @Schema(name = "FlowRemark")
  record Remark(
      @Schema(description = "ERROR refuses the deployment") ReleaseComplaint.Severity severity,
      @Schema(example = "incident-lifecycle.bpmn") String file,
      @Schema(description = "Id of the element; empty for the file", example = "resolveAtFirstLine")
          String element,
      @Schema(description = "What the diagram calls it", example = "Resolve at first line")
          String label,
      @Schema(description = "What is wrong, and what would follow") String problem,
      @Schema(description = "What to do") String remedy) {

    static Remark of(ReleaseComplaint complaint) {
      return new Remark(
          complaint.severity(),
          complaint.file(),
          complaint.elementId(),
          complaint.label(),
          complaint.problem(),
          complaint.remedy());
    }
  }

  /** What would come out differently. */
  @Schema(name = "FlowConsequence")
  record Consequence(
      @Schema(example = "priority.dmn") String file,
      @Schema(example = "priority") String element,
      @Schema(example = "Priority") String label,
      @Schema(example = "34 of 410 incidents of the last 30 days would be P1 instead of P2.")
          String text) {

    static Consequence of(ReleaseConsequence consequence) {
      return new Consequence(
          consequence.file(), consequence.elementId(), consequence.label(), consequence.text());
    }
  }

  static FlowCheckResponse of(ReleaseReview review) {
    return new FlowCheckResponse(
        review.errors() == 0,
        review.errors(),
        review.warnings(),
        review.remarks().stream().map(Remark::of).toList(),
        review.known().stream().map(Remark::of).toList(),
        review.consequences().stream().map(Consequence::of).toList(),
        review.notChecked());
  }
}
