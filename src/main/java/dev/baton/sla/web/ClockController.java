package dev.baton.sla.web;

import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.sla.ExplainClocks;
import dev.baton.sla.explanation.ExplainedClocks;
import dev.baton.web.ProblemSchema;
import dev.baton.web.text.PageLocale;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Explains the clocks of an incident: to programs, and to people as a page and as a picture in
 * their language.
 */
@RestController
@RequestMapping("/api/v1/incidents/{number}/clocks")
@Tag(name = "Incidents")
class ClockController {

  private static final String SVG = "image/svg+xml";
  private static final MediaType PICTURE =
      new MediaType(MediaType.valueOf(SVG), StandardCharsets.UTF_8);
  private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON, PAGE, PICTURE);

  private final ExplainClocks clocks;
  private final ClockPageRenderer pages;
  private final ContentNegotiationManager negotiation;
  private final IncidentAccess rights;

  ClockController(ExplainClocks clocks, ClockPageRenderer pages, IncidentAccess rights) {
    this.clocks = clocks;
    this.pages = pages;
    this.negotiation = new ContentNegotiationManager();
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ)
  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE, SVG})
  @Operation(
      operationId = "explainClocks",
      summary = "Explain the deadlines of an incident",
      description =
          "Every clock with its ledger: what ran when, what stood and why, what is to come, and"
              + " why it is due when it is. Instants are UTC, amounts of time ISO 8601 (PT1H30M);"
              + " times within words are in the client's zone. As text/html a page, as"
              + " image/svg+xml a picture. A client's own people see no names of the desk's people"
              + " and no milestones.")
  @ApiResponse(
      responseCode = "200",
      description = "The clocks; none where nothing is promised or nothing is agreed yet",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = ExplainedClocks.class)),
        @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")),
        @Content(mediaType = SVG, schema = @Schema(type = "string"))
      })
  @ApiResponse(
      responseCode = "406",
      description = "The Accept header asks for another form",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemSchema.class)))
  ResponseEntity<Object> explain(@PathVariable String number, NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    Caller caller = rights.allow(Permission.READ, number);
    IncidentNumber known = IncidentAccess.numberIn(number);
    MediaType form = form(request);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().contentType(form).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (form.equals(MediaType.APPLICATION_JSON)) {
      return answer.body(clocks.explain(known, caller.isRequester()));
    }
    Locale locale = PageLocale.current();
    ExplainedClocks explained = clocks.explain(known, caller.isRequester(), locale);
    return answer
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
        .body(form.equals(PAGE) ? pages.page(explained, locale) : pages.picture(explained, locale));
  }

  /** The first form that the caller likes best; JSON where they do not mind. */
  private MediaType form(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
    return negotiation.resolveMediaTypes(request).stream()
        .flatMap(liked -> FORMS.stream().filter(liked::isCompatibleWith))
        .findFirst()
        .orElse(MediaType.APPLICATION_JSON);
  }
}
