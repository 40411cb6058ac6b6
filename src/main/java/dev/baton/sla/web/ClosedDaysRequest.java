package dev.baton.sla.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;

/** What an iCalendar file added to a calendar. */
@Schema(name = "ClosedDays", description = "What an iCalendar file added to a calendar")
record ClosedDaysRequest(
    @Schema(example = "berlin-office") String calendar,
    @Schema(description = "Its newest version") int version,
    @Schema(description = "The days that were read, with their names")
        Map<LocalDate, String> days) {}
