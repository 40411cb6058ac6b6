package dev.baton.client.web;

import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** What something that has a code shall be called. */
@Schema(name = "Name", description = "What it shall be called")
record ServiceRequest(
    @NotBlank(message = "is required") @SingleLine @MaxCharacters(200) String name) {}
