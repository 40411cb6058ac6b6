package dev.baton.intake.internal.api;

import dev.baton.notification.Webhook;
import io.swagger.v3.oas.annotations.media.Schema;

/** A webhook, without its secret. */
@Schema(name = "Webhook", description = "Where messages go as signed JSON")
record WebhookBody(
    String code,
    String url,
    Webhook.Shape shape,
    @Schema(description = "Code of the client whose it is") String client,
    @Schema(description = "Code of the team whose it is; null with client: the desk's own")
        String team,
    boolean active) {

  static WebhookBody of(Webhook webhook) {
    return new WebhookBody(
        webhook.code(),
        webhook.url(),
        webhook.shape(),
        webhook.client(),
        webhook.team(),
        webhook.active());
  }
}
