package dev.baton.intake.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.ICalendarHolidays;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.sla.AgreementDraft;
import dev.baton.sla.Publication;
import dev.baton.sla.PublishAgreements;
import dev.baton.sla.PublishedAgreements;
import dev.baton.sla.PublishedVersion;
import dev.baton.sla.TryAgreements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calendars: read, look at, publish, close days. */
@RestController
@RequestMapping(path = "/api/v1/calendars", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agreements", description = "What was promised, and in which hours it is measured")
class CalendarEndpoints {

  private final PublishedAgreements published;
  private final PublishAgreements publish;
  private final TryAgreements trials;
  private final ApiRights rights;
  private final DaysAsked.Today today;

  CalendarEndpoints(
      PublishedAgreements published,
      PublishAgreements publish,
      TryAgreements trials,
      ApiRights rights,
      DaysAsked.Today today) {
    this.published = published;
    this.publish = publish;
    this.trials = trials;
    this.rights = rights;
    this.today = today;
  }

  @Requires(Act.READ_AGREEMENTS)
  @GetMapping
  @Operation(
      operationId = "listCalendars",
      summary = "List calendars",
      description = "The newest version of each, by name.")
  List<CalendarVersionBody> list() {
    rights.allow(Act.READ_AGREEMENTS);
    return published.calendars().stream().map(CalendarVersionBody::of).toList();
  }

  @Requires(Act.READ_AGREEMENTS)
  @GetMapping("/{name}")
  @Operation(
      operationId = "getCalendar",
      summary = "Get a calendar with all its versions, newest first")
  CalendarVersionBody.History get(@PathVariable String name) {
    rights.allow(Act.READ_AGREEMENTS);
    return CalendarVersionBody.History.of(
        versions(name).stream().map(CalendarVersionBody::of).toList());
  }

  @Requires(Act.READ_AGREEMENTS)
  @GetMapping("/{name}/versions/{version}")
  @Operation(operationId = "getCalendarVersion", summary = "Get a version of a calendar")
  CalendarVersionBody version(@PathVariable String name, @PathVariable int version) {
    rights.allow(Act.READ_AGREEMENTS);
    return versions(name).stream()
        .filter(each -> each.number() == version)
        .findFirst()
        .map(CalendarVersionBody::of)
        .orElseThrow(() -> new UnknownEntry("version", name + ", " + version));
  }

  @Requires(Act.PUBLISH_AGREEMENTS)
  @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putCalendar",
      summary = "Publish a version of a calendar",
      description = "Incidents that are opened from now on are measured by it.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = CalendarBody.class))))
  @ApiResponse(responseCode = "200", description = "The newest version says just the same")
  @ApiResponse(
      responseCode = "201",
      description = "The new version",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<CalendarVersionBody> put(@PathVariable String name, @RequestBody JsonNode body) {
    rights.allow(Act.PUBLISH_AGREEMENTS);
    Publication.Entry entry =
        publish.publish(AgreementDraft.ofCalendar(name, body)).calendars().get(0);
    CalendarVersionBody newest = CalendarVersionBody.of(versions(name).get(0));
    return entry.isNew()
        ? ResponseEntity.created(
                OwnAddress.path()
                    .replaceQuery(null)
                    .path("/versions/" + entry.version())
                    .build()
                    .toUri())
            .body(newest)
        : ResponseEntity.ok(newest);
  }

  @Requires(Act.READ_AGREEMENTS)
  @PostMapping(path = "/validate", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "tryCalendar",
      summary = "Look at the days of a calendar without publishing it",
      description = "422 with every field where it could not be published.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = CalendarBody.class))))
  List<CalendarDayBody> validate(
      @ParameterObject DaysAsked.Parameters days, @RequestBody JsonNode body) {
    rights.allow(Act.READ_AGREEMENTS);
    return days(trials.calendar(body), days);
  }

  @Requires(Act.READ_AGREEMENTS)
  @GetMapping("/{name}/days")
  @Operation(
      operationId = "calendarDays",
      summary = "List days of a calendar: open hours, holidays, closed days",
      description = "At most 400 days; two weeks from today if left out.")
  List<CalendarDayBody> days(
      @PathVariable String name, @ParameterObject DaysAsked.Parameters days) {
    rights.allow(Act.READ_AGREEMENTS);
    return days(versions(name).get(0).definition(), days);
  }

  @Requires(Act.PUBLISH_AGREEMENTS)
  @PostMapping(path = "/{name}/closed-days", consumes = "text/calendar")
  @Operation(
      operationId = "importClosedDays",
      summary = "Add the closed days of an iCalendar file to a calendar",
      description =
          "All-day events with their summaries, over several days and repeated too; a date that is"
              + " closed already takes the new name. Publishes a version, if anything is new.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string"))))
  @ApiResponse(responseCode = "200", description = "All of it was known already")
  @ApiResponse(responseCode = "201", description = "The new version")
  ResponseEntity<ClosedDaysBody> close(@PathVariable String name, @RequestBody byte[] body) {
    rights.allow(Act.PUBLISH_AGREEMENTS);
    Map<LocalDate, String> days = ICalendarHolidays.read(new ByteArrayInputStream(body));
    Publication.Entry entry =
        publish
            .close(name, days)
            .orElseThrow(() -> new UnknownEntry("calendar", name))
            .calendars()
            .get(0);
    return ResponseEntity.status(entry.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new ClosedDaysBody(name, entry.version(), days));
  }

  private List<CalendarDayBody> days(CalendarDefinition calendar, DaysAsked.Parameters parameters) {
    DaysAsked asked = parameters.days(today.in(calendar.zone()));
    return CalendarDayBody.of(WorkingCalendar.of(calendar), asked.from(), asked.to());
  }

  private List<PublishedVersion<CalendarDefinition>> versions(String name) {
    List<PublishedVersion<CalendarDefinition>> versions = published.calendar(name);
    if (versions.isEmpty()) {
      throw new UnknownEntry("calendar", name);
    }
    return versions;
  }
}
