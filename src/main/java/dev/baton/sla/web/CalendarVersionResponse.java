package dev.baton.sla.web;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.sla.agreement.PublishedVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A version of a calendar at the API. */
@Schema(name = "CalendarVersion", description = "A calendar as it was published")
record CalendarVersionResponse(
    @Schema(example = "berlin-office") String name,
    @Schema(description = "Counted from 1 within the name", example = "2") int version,
    Instant publishedAt,
    @Schema(description = "Sign-in name") String publishedBy,
    CalendarBody definition) {

  static CalendarVersionResponse of(PublishedVersion<CalendarDefinition> version) {
    return new CalendarVersionResponse(
        version.name(),
        version.number(),
        version.publishedAt(),
        version.publishedBy(),
        CalendarBody.of(version.definition()));
  }

  /** A calendar with all its versions. */
  @Schema(name = "CalendarHistory", description = "The newest version, and all, newest first")
  record History(
      String name,
      int version,
      Instant publishedAt,
      String publishedBy,
      CalendarBody definition,
      List<CalendarVersionResponse> versions) {

    static History of(List<CalendarVersionResponse> versions) {
      CalendarVersionResponse newest = versions.get(0);
      return new History(
          newest.name(),
          newest.version(),
          newest.publishedAt(),
          newest.publishedBy(),
          newest.definition(),
          versions);
    }
  }
}
