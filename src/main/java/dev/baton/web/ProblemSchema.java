package dev.baton.web;

import dev.baton.web.validation.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How errors look (RFC 9457), for the documentation. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457)")
public record ProblemSchema(
    @Schema(description = "Kind of problem", example = "urn:baton:problem:invalid-input")
        String type,
    @Schema(example = "Unprocessable Entity") String title,
    @Schema(example = "422") int status,
    @Schema(description = "The reason, in words", example = "1 field is not accepted")
        String detail,
    @Schema(description = "The path that was asked", example = "/api/v1/incidents") String instance,
    @Schema(description = "With 422: every field that is not accepted") List<FieldError> errors,
    @Schema(
            description = "With 500: stands beside the cause in the desk's log",
            example = "5f3c9a1e")
        String errorId) {}
