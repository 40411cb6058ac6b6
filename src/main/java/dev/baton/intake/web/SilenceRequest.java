package dev.baton.intake.web;

import dev.baton.intake.monitoring.Silence;
import dev.baton.web.validation.MaxCharacters;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;

/** Alerts to silence. */
@Schema(name = "NewSilence")
record SilenceRequest(
    @Schema(description = "Code of the source; left out for every source") String source,
    @NotNull(message = "is required") List<Silence.Matcher> matchers,
    @Schema(description = "Left out: from now") Instant from,
    @NotNull(message = "is required") Instant until,
    @MaxCharacters(500) String note) {

  Silence silence(String by) {
    return new Silence(0, source, matchers, from, until, note, by);
  }
}
