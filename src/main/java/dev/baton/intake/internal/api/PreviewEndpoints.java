package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.notification.Audience;
import dev.baton.notification.Event;
import dev.baton.notification.PreviewMessages;
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

/** Messages before anybody gets them. */
@RestController
@RequestMapping(
    path = "/api/v1/incidents/{number}/messages",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Messages", description = "What is told, to whom, and in which words")
class PreviewEndpoints {

  private final PreviewMessages previews;
  private final ApiRights rights;

  PreviewEndpoints(PreviewMessages previews, ApiRights rights) {
    this.previews = previews;
    this.rights = rights;
  }

  @Requires(Act.READ_CONTACT_LOG)
  @GetMapping("/{event}")
  @Operation(
      operationId = "previewMessage",
      summary = "See a message before anybody gets it",
      description =
          "With the incident as it stands, for the first of the audience; the client's own words"
              + " count. Nothing is sent.")
  MessagePreviewBody preview(
      @PathVariable String number,
      @PathVariable Event event,
      @Parameter(description = "Who reads it") @RequestParam(defaultValue = "REQUESTER")
          Audience audience,
      @Parameter(description = "Left out for the reader's own", example = "de")
          @RequestParam(required = false)
          String language,
      @Parameter(description = "Words of a person that come with it", example = "Which printer?")
          @RequestParam(required = false)
          String detail) {
    rights.allow(Act.READ_CONTACT_LOG, number);
    return MessagePreviewBody.of(
        previews.preview(
            ApiRights.numberIn(number),
            event,
            audience,
            language == null ? null : Locale.forLanguageTag(language),
            detail));
  }
}
