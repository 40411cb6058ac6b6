package dev.baton.intake.internal.api;

import dev.baton.intake.internal.monitoring.AlertSilence;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;

/** Alerts to be kept quiet. */
@Schema(name = "NewSilence")
record NewSilenceBody(
    @Schema(description = "Code of the source; left out for every source") String source,
    @NotNull(message = "is required") List<AlertSilence.Matcher> matchers,
    @Schema(description = "Left out: from now") Instant from,
    @NotNull(message = "is required") Instant until,
    @AtMost(500) String note) {

  AlertSilence silence(String by) {
    return new AlertSilence(0, source, matchers, from, until, note, by, null);
  }
}
