package dev.baton.web.validation;

import io.swagger.v3.oas.annotations.media.Schema;

/** A field that was not accepted, and why. */
@Schema(name = "FieldProblem", description = "A field that was not accepted, and why")
public record FieldError(
    @Schema(description = "The field, with its path in the body", example = "requester.email")
        String field,
    @Schema(description = "What would be accepted", example = "must be an email address")
        String reason) {}
