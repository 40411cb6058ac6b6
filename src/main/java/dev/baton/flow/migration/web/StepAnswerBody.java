package dev.baton.flow.migration.web;

import dev.baton.engine.migration.StepTarget;
import dev.baton.flow.migration.MigrationRequest;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where incidents go on that wait at a step without a counterpart. */
@Schema(name = "StepAnswer")
record StepAnswerBody(
    @NotBlank
        @Size(max = 255)
        @Schema(description = "Key of the flow", example = "incident-lifecycle")
        String flow,
    @NotBlank
        @Size(max = 255)
        @Schema(description = "Id of the step that is gone", example = "waitOnHold")
        String step,
    @NotBlank
        @Size(max = 255)
        @Schema(description = "Id of the step in the other version", example = "waitForSupplier")
        String to,
    @Schema(
            description =
                "Whether the step is started again, with all that happens there. Otherwise what is"
                    + " open goes on there as it is.",
            defaultValue = "false")
        Boolean again) {

  static Map<String, Map<String, StepTarget>> answers(List<StepAnswerBody> given) {
    Map<String, Map<String, StepTarget>> answers = new HashMap<>();
    for (StepAnswerBody each : given == null ? List.<StepAnswerBody>of() : given) {
      if (each == null) {
        throw new InvalidInput("answers", "must not contain null");
      }
      answers
          .computeIfAbsent(each.flow, flow -> new HashMap<>())
          .put(each.step, new StepTarget(each.to, Boolean.TRUE.equals(each.again)));
    }
    return answers;
  }

  /** How many incidents the first stages have, where nobody says so. */
  static List<Integer> stages(List<Integer> given) {
    return given == null ? MigrationRequest.USUAL_STAGES : given;
  }
}
