package dev.baton.flow.migration.web;

import dev.baton.flow.migration.MigrationRequest;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A migration to be planned, or a way back. */
@Schema(name = "MigrationRequest")
record MigrationRequestBody(
    @NotBlank @Size(max = 500) @Schema(description = "Why, for the journal and the audit trail")
        String reason,
    @Valid @Size(max = 500) List<StepAnswerBody> answers,
    @Schema(
            description =
                "Whether the due dates of timers are calculated anew. Otherwise none moves.",
            defaultValue = "false")
        Boolean evaluateTimers,
    @Size(max = 10)
        @ArraySchema(
            schema = @Schema(minimum = "1"),
            arraySchema =
                @Schema(
                    description =
                        "How many incidents the first stages have; the rest follow in the last."
                            + " 5 and 50 if left out"))
        List<Integer> stages) {

  MigrationRequest request() {
    return new MigrationRequest(
        reason.strip(),
        StepAnswerBody.answers(answers),
        Boolean.TRUE.equals(evaluateTimers),
        StepAnswerBody.stages(stages));
  }
}
