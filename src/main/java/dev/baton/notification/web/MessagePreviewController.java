package dev.baton.notification.web;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.plan.PreviewMessages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Previews messages before anyone receives them. */
@RestController
@RequestMapping(
    path = "/api/v1/incidents/{number}/messages",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Messages", description = "What is told, to whom, and in which words")
class MessagePreviewController {

  private final PreviewMessages previews;
  private final IncidentAccess rights;

  MessagePreviewController(PreviewMessages previews, IncidentAccess rights) {
    this.previews = previews;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ_CONTACT_LOG)
  @GetMapping("/{event}")
  @Operation(
      operationId = "previewMessage",
      summary = "See a message before anybody gets it",
      description =
          "With the incident as it stands, for the first of the audience; the client's own words"
              + " count. Nothing is sent.")
  MessagePreviewResponse preview(
      @PathVariable String number,
      @PathVariable NotificationEvent event,
      @Parameter(description = "Who reads it") @RequestParam(defaultValue = "REQUESTER")
          Audience audience,
      @Parameter(description = "Left out for the reader's own", example = "de")
          @RequestParam(required = false)
          String language,
      @Parameter(description = "Words of a person that come with it", example = "Which printer?")
          @RequestParam(required = false)
          String detail) {
    rights.allow(Permission.READ_CONTACT_LOG, number);
    return MessagePreviewResponse.of(
        previews.preview(
            IncidentAccess.numberIn(number),
            event,
            audience,
            language == null ? null : Locale.forLanguageTag(language),
            detail));
  }
}
