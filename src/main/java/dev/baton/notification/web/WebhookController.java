package dev.baton.notification.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.notification.delivery.Webhooks;
import dev.baton.web.NotFound;
import dev.baton.web.RegistrationResponses;
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

/** Manages webhooks, which receive notifications as signed JSON. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhooks", description = "Chat tools and programs that hear of incidents")
class WebhookController {

  private final Webhooks webhooks;
  private final RegistrationResponses registrations;
  private final AccessControl rights;

  WebhookController(Webhooks webhooks, RegistrationResponses registrations, AccessControl rights) {
    this.webhooks = webhooks;
    this.registrations = registrations;
    this.rights = rights;
  }

  @EndpointPermission(Permission.ADMINISTER)
  @GetMapping
  @Operation(operationId = "listWebhooks", summary = "List webhooks, without their secrets")
  List<WebhookResponse> list() {
    rights.allow(Permission.ADMINISTER);
    return webhooks.list().stream().map(WebhookResponse::of).toList();
  }

  @EndpointPermission(Permission.ADMINISTER)
  @GetMapping("/{code}")
  @Operation(operationId = "getWebhook", summary = "Get a webhook, without its secret")
  WebhookResponse get(@PathVariable String code) {
    rights.allow(Permission.ADMINISTER);
    return webhooks
        .find(code)
        .map(WebhookResponse::of)
        .orElseThrow(() -> new NotFound("webhook", code));
  }

  @EndpointPermission(Permission.ADMINISTER)
  @PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "putWebhook", summary = "Register a webhook, or bring it up to date")
  @ApiResponse(responseCode = "200", description = "The webhook, brought up to date")
  @ApiResponse(
      responseCode = "201",
      description = "The new webhook",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<WebhookResponse> put(
      @PathVariable String code, @Valid @RequestBody WebhookRequest body) {
    rights.allow(Permission.ADMINISTER);
    return registrations.put(
        () -> webhooks.find(code).isPresent(),
        () -> WebhookResponse.of(webhooks.keep(body.webhook(code))));
  }

  @EndpointPermission(Permission.ADMINISTER)
  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteWebhook", summary = "Remove a webhook")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(@PathVariable String code) {
    rights.allow(Permission.ADMINISTER);
    if (!webhooks.remove(code)) {
      throw new NotFound("webhook", code);
    }
  }
}
