package dev.baton.staff.web;

import dev.baton.staff.rota.ShiftTime;
import dev.baton.web.validation.InstantText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** One takes over a shift from another, perhaps in return for one of their own. */
@Schema(name = "Swap", description = "One takes over a shift, or a part of one, from another")
record ShiftSwapRequest(
    @Schema(description = "Who gives it away", example = "lena.fischer")
        @NotBlank(message = "is required")
        String fromLogin,
    @Schema(description = "Who takes it over", example = "tom.whitfield")
        @NotBlank(message = "is required")
        String toLogin,
    @Schema(
            description = "Code of the team whose shift it is; left out: of all",
            example = "network")
        String team,
    @Schema(example = "2026-05-09T08:00:00Z", format = "date-time")
        @NotNull(message = "is required")
        @InstantText
        String from,
    @Schema(example = "2026-05-09T16:00:00Z", format = "date-time")
        @NotNull(message = "is required")
        @InstantText
        String to,
    @Schema(
            description = "Start of a shift of the second that the first works in return",
            example = "2026-05-10T08:00:00Z",
            format = "date-time")
        @InstantText
        String returnFrom,
    @Schema(
            description = "End of that shift; both or neither",
            example = "2026-05-10T16:00:00Z",
            format = "date-time")
        @InstantText
        String returnTo) {

  ShiftTime shift() {
    return new ShiftTime(InstantText.Iso.instant(from), InstantText.Iso.instant(to));
  }

  /** Null where the shift is only taken over. */
  ShiftTime inReturn() {
    return returnFrom == null && returnTo == null
        ? null
        : new ShiftTime(InstantText.Iso.instant(returnFrom), InstantText.Iso.instant(returnTo));
  }
}
