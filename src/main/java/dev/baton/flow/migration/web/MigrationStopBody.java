package dev.baton.flow.migration.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a migration is stopped. */
@Schema(name = "MigrationStop")
record MigrationStopBody(@NotBlank @Size(max = 500) String reason) {}
