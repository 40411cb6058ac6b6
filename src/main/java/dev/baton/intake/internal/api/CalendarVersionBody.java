package dev.baton.intake.internal.api;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.sla.PublishedVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A version of a calendar at the API. */
@Schema(name = "CalendarVersion", description = "A calendar as it was published")
record CalendarVersionBody(
    @Schema(example = "berlin-office") String name,
    @Schema(description = "Counted from 1 within the name", example = "2") int version,
    Instant publishedAt,
    @Schema(description = "Sign-in name") String publishedBy,
    CalendarBody definition) {

  static CalendarVersionBody of(PublishedVersion<CalendarDefinition> version) {
    return new CalendarVersionBody(
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
      List<CalendarVersionBody> versions) {

    static History of(List<CalendarVersionBody> versions) {
      CalendarVersionBody newest = versions.get(0);
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
