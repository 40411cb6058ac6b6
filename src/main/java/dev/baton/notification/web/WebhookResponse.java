package dev.baton.notification.web;

import dev.baton.notification.delivery.Webhook;
import io.swagger.v3.oas.annotations.media.Schema;

/** A webhook, without its secret. */
@Schema(name = "Webhook", description = "Where messages go as signed JSON")
record WebhookResponse(
    String code,
    String url,
    Webhook.Shape shape,
    @Schema(description = "Code of the client whose it is") String client,
    @Schema(description = "Code of the team whose it is; null with client: the desk's own")
        String team,
    boolean active) {

  static WebhookResponse of(Webhook webhook) {
    return new WebhookResponse(
        webhook.code(),
        webhook.url(),
        webhook.shape(),
        webhook.client(),
        webhook.team(),
        webhook.active());
  }
}
