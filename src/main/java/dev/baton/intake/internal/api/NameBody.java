package dev.baton.intake.internal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** What something that has a code shall be called. */
@Schema(name = "Name", description = "What it shall be called")
record NameBody(@NotBlank(message = "is required") @SingleLine @AtMost(200) String name) {}
