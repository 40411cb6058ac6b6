package dev.baton.intake.internal.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** A field that was not accepted, and why. */
@Schema(description = "A field that was not accepted, and why")
record FieldProblem(
    @Schema(description = "The field, with its path in the body", example = "requester.email")
        String field,
    @Schema(description = "What would be accepted", example = "must be an e-mail address")
        String reason) {}
