package dev.baton.notification.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.RegisteredEvent;
import dev.baton.notification.template.EventTemplates;
import dev.baton.web.ListParameters;
import dev.baton.web.NotFound;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import dev.baton.web.RegistrationResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manages the events that people can be notified of, and the templates of owners' events. */
@RestController
@RequestMapping(path = "/api/v1/notification-events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Messages", description = "What is told, to whom, and in which words")
class NotificationEventController {

  private final NotificationEvents events;
  private final EventTemplates templates;
  private final RegistrationResponses registrations;
  private final AccessControl rights;

  NotificationEventController(
      NotificationEvents events,
      EventTemplates templates,
      RegistrationResponses registrations,
      AccessControl rights) {
    this.events = events;
    this.templates = templates;
    this.registrations = registrations;
    this.rights = rights;
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @GetMapping
  @Operation(
      operationId = "listNotificationEvents",
      summary = "List the events that people can be notified of, by code")
  @PagedOperation
  ResponseEntity<PageResponse<NotificationEventBody>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.KEEP_WORDS);
    ListParameters parameters = new ListParameters(given);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(events.list(page), NotificationEventBody::of);
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @GetMapping("/{code}")
  @Operation(operationId = "getNotificationEvent", summary = "Get an event")
  NotificationEventBody get(@PathVariable String code) {
    rights.allow(Permission.KEEP_WORDS);
    return NotificationEventBody.of(event(code));
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putNotificationEvent",
      summary = "Register an event, or bring it up to date",
      description =
          "Flows may then announce it, and the communication plan may name it. Without a template,"
              + " messages about it name it in the subject.")
  @ApiResponse(responseCode = "200", description = "The event, brought up to date")
  @ApiResponse(
      responseCode = "201",
      description = "The new event",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<NotificationEventBody> put(
      @PathVariable String code, @Valid @RequestBody NotificationEventBody body) {
    rights.allow(Permission.KEEP_WORDS);
    return registrations.put(
        () -> events.find(code).isPresent(),
        () ->
            NotificationEventBody.of(
                events.register(
                    code, body.nameEn(), body.nameDe(), body.topic(), body.occurrence())));
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteNotificationEvent",
      summary = "Remove an event and its templates",
      description =
          "409 where a live flow or table names it, with the places. What was announced before"
              + " stays.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(@PathVariable String code) {
    rights.allow(Permission.KEEP_WORDS);
    if (!events.remove(code)) {
      throw new NotFound("event", code);
    }
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @GetMapping("/{code}/messages")
  @Operation(operationId = "eventWords", summary = "The template of an owner's event, by language")
  List<ClientTemplateBody> templates(@PathVariable String code) {
    rights.allow(Permission.KEEP_WORDS);
    return templates.of(event(code).code()).stream().map(ClientTemplateBody::of).toList();
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @PutMapping(path = "/{code}/messages/{language}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putEventWords",
      summary = "Give an owner's event its template",
      description =
          "For every client without a template of its own. Names such as {number}, {title},"
              + " {recipient} and {next} are filled in; an unknown name is refused.")
  @ApiResponse(responseCode = "200", description = "The template as it is kept")
  ClientTemplateBody putTemplate(
      @PathVariable String code,
      @PathVariable String language,
      @Valid @RequestBody ClientTemplateBody body) {
    rights.allow(Permission.KEEP_WORDS);
    RegisteredEvent event = event(code);
    Locale locale = Locale.forLanguageTag(language);
    templates.keep(body.words(event.code(), locale));
    return templates.of(event.code(), locale).map(ClientTemplateBody::of).orElseThrow();
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @DeleteMapping("/{code}/messages/{language}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteEventWords", summary = "Remove the template of an owner's event")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void deleteTemplate(@PathVariable String code, @PathVariable String language) {
    rights.allow(Permission.KEEP_WORDS);
    if (!templates.remove(event(code).code(), Locale.forLanguageTag(language))) {
      throw new NotFound("template", language);
    }
  }

  private RegisteredEvent event(String code) {
    return events.find(code).orElseThrow(() -> new NotFound("event", code));
  }
}
