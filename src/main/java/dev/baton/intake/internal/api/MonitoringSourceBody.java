package dev.baton.intake.internal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.intake.internal.monitoring.MonitoringSource;
import io.swagger.v3.oas.annotations.media.Schema;

/** A source as it is kept, with its token the one time that it is shown. */
@Schema(name = "MonitoringSource")
record MonitoringSourceBody(
    MonitoringSource source,
    @Schema(description = "Only in the answer that makes it; keep it well")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String token) {}
