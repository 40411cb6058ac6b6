package dev.baton.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.intake.monitoring.MonitoringSource;
import io.swagger.v3.oas.annotations.media.Schema;

/** A stored source; includes its token only when the token has just been created. */
@Schema(name = "MonitoringSource")
record MonitoringSourceResponse(
    MonitoringSource source,
    @Schema(description = "Only in the answer that makes it; keep it well")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String token) {}
