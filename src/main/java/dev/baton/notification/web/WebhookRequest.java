package dev.baton.notification.web;

import dev.baton.notification.delivery.Webhook;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A webhook to register, or to change. */
@Schema(name = "NewWebhook")
record WebhookRequest(
    @Schema(example = "https://chat.example.com/hooks/abc") @NotBlank String url,
    @Schema(
            description =
                "16 to 200 characters that each delivery is signed with, never shown again; left"
                    + " out, a webhook keeps the one it has",
            accessMode = Schema.AccessMode.WRITE_ONLY)
        String secret,
    @NotNull Webhook.Shape shape,
    @Schema(description = "Code of a client, for its messages") String client,
    @Schema(description = "Code of a team, for its messages") String team,
    @Schema(defaultValue = "true") Boolean active) {

  Webhook webhook(String code) {
    return new Webhook(code, url, secret, shape, client, team, active == null || active);
  }
}
