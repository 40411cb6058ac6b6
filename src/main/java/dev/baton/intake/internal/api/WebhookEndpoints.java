package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.notification.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where messages go as signed JSON. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhooks", description = "Chat tools and programs that hear of incidents")
class WebhookEndpoints {

  private final Webhooks webhooks;
  private final Registrations registrations;
  private final ApiRights rights;

  WebhookEndpoints(Webhooks webhooks, Registrations registrations, ApiRights rights) {
    this.webhooks = webhooks;
    this.registrations = registrations;
    this.rights = rights;
  }

  @Requires(Act.ADMINISTER)
  @GetMapping
  @Operation(operationId = "listWebhooks", summary = "List webhooks, without their secrets")
  List<WebhookBody> list() {
    rights.allow(Act.ADMINISTER);
    return webhooks.list().stream().map(WebhookBody::of).toList();
  }

  @Requires(Act.ADMINISTER)
  @GetMapping("/{code}")
  @Operation(operationId = "getWebhook", summary = "Get a webhook, without its secret")
  WebhookBody get(@PathVariable String code) {
    rights.allow(Act.ADMINISTER);
    return webhooks
        .find(code)
        .map(WebhookBody::of)
        .orElseThrow(() -> new UnknownEntry("webhook", code));
  }

  @Requires(Act.ADMINISTER)
  @PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "putWebhook", summary = "Register a webhook, or bring it up to date")
  @ApiResponse(responseCode = "200", description = "The webhook, brought up to date")
  @ApiResponse(
      responseCode = "201",
      description = "The new webhook",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<WebhookBody> put(
      @PathVariable String code, @Valid @RequestBody NewWebhookBody body) {
    rights.allow(Act.ADMINISTER);
    return registrations.put(
        () -> webhooks.find(code).isPresent(),
        () -> WebhookBody.of(webhooks.keep(body.webhook(code))));
  }

  @Requires(Act.ADMINISTER)
  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteWebhook", summary = "Remove a webhook")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(@PathVariable String code) {
    rights.allow(Act.ADMINISTER);
    if (!webhooks.remove(code)) {
      throw new UnknownEntry("webhook", code);
    }
  }
}
