package dev.baton.sla.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.ICalendarHolidays;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.sla.agreement.AgreementDraft;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.sla.agreement.PublishResult;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import dev.baton.sla.agreement.TryAgreements;
import dev.baton.web.NotFound;
import dev.baton.web.RequestUri;
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
class CalendarController {

  private final PublishedAgreements published;
  private final PublishAgreements publish;
  private final TryAgreements trials;
  private final AccessControl rights;
  private final CalendarDayParameters.Today today;

  CalendarController(
      PublishedAgreements published,
      PublishAgreements publish,
      TryAgreements trials,
      AccessControl rights,
      CalendarDayParameters.Today today) {
    this.published = published;
    this.publish = publish;
    this.trials = trials;
    this.rights = rights;
    this.today = today;
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping
  @Operation(
      operationId = "listCalendars",
      summary = "List calendars",
      description = "The newest version of each, by name.")
  List<CalendarVersionResponse> list() {
    rights.allow(Permission.READ_AGREEMENTS);
    return published.calendars().stream().map(CalendarVersionResponse::of).toList();
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping("/{name}")
  @Operation(
      operationId = "getCalendar",
      summary = "Get a calendar with all its versions, newest first")
  CalendarVersionResponse.History get(@PathVariable String name) {
    rights.allow(Permission.READ_AGREEMENTS);
    return CalendarVersionResponse.History.of(
        versions(name).stream().map(CalendarVersionResponse::of).toList());
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping("/{name}/versions/{version}")
  @Operation(operationId = "getCalendarVersion", summary = "Get a version of a calendar")
  CalendarVersionResponse version(@PathVariable String name, @PathVariable int version) {
    rights.allow(Permission.READ_AGREEMENTS);
    return versions(name).stream()
        .filter(each -> each.number() == version)
        .findFirst()
        .map(CalendarVersionResponse::of)
        .orElseThrow(() -> new NotFound("version", name + ", " + version));
  }

  @EndpointPermission(Permission.PUBLISH_AGREEMENTS)
  @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putCalendar",
      summary = "Publish a version of a calendar",
      description = "Incidents that are opened from now on are measured by it.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = CalendarBody.class))))
  @ApiResponse(responseCode = "200", description = "The newest version is identical")
  @ApiResponse(
      responseCode = "201",
      description = "The new version",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<CalendarVersionResponse> put(
      @PathVariable String name, @RequestBody JsonNode body) {
    rights.allow(Permission.PUBLISH_AGREEMENTS);
    PublishResult.PublishedName entry =
        publish.publish(AgreementDraft.ofCalendar(name, body)).calendars().get(0);
    CalendarVersionResponse newest = CalendarVersionResponse.of(versions(name).get(0));
    return entry.isNew()
        ? ResponseEntity.created(
                RequestUri.path()
                    .replaceQuery(null)
                    .path("/versions/" + entry.version())
                    .build()
                    .toUri())
            .body(newest)
        : ResponseEntity.ok(newest);
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @PostMapping(path = "/validate", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "tryCalendar",
      summary = "Look at the days of a calendar without publishing it",
      description = "422 with every field where it could not be published.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = CalendarBody.class))))
  List<CalendarDayResponse> validate(
      @ParameterObject CalendarDayParameters.Parameters days, @RequestBody JsonNode body) {
    rights.allow(Permission.READ_AGREEMENTS);
    return days(trials.calendar(body), days);
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping("/{name}/days")
  @Operation(
      operationId = "calendarDays",
      summary = "List days of a calendar: open hours, holidays, closed days",
      description = "At most 400 days; two weeks from today if left out.")
  List<CalendarDayResponse> days(
      @PathVariable String name, @ParameterObject CalendarDayParameters.Parameters days) {
    rights.allow(Permission.READ_AGREEMENTS);
    return days(versions(name).get(0).definition(), days);
  }

  @EndpointPermission(Permission.PUBLISH_AGREEMENTS)
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
  ResponseEntity<ClosedDaysRequest> close(@PathVariable String name, @RequestBody byte[] body) {
    rights.allow(Permission.PUBLISH_AGREEMENTS);
    Map<LocalDate, String> days = ICalendarHolidays.read(new ByteArrayInputStream(body));
    PublishResult.PublishedName entry =
        publish
            .close(name, days)
            .orElseThrow(() -> new NotFound("calendar", name))
            .calendars()
            .get(0);
    return ResponseEntity.status(entry.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new ClosedDaysRequest(name, entry.version(), days));
  }

  private List<CalendarDayResponse> days(
      CalendarDefinition calendar, CalendarDayParameters.Parameters parameters) {
    CalendarDayParameters asked = parameters.days(today.in(calendar.zone()));
    return CalendarDayResponse.of(WorkingCalendar.of(calendar), asked.from(), asked.to());
  }

  private List<PublishedVersion<CalendarDefinition>> versions(String name) {
    List<PublishedVersion<CalendarDefinition>> versions = published.calendar(name);
    if (versions.isEmpty()) {
      throw new NotFound("calendar", name);
    }
    return versions;
  }
}
