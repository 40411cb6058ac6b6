package dev.baton.notification.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.notification.delivery.OutgoingMessage;
import dev.baton.notification.delivery.Webhook.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats a message for a chat tool. */
final class WebhookPayload {

  private static final ObjectMapper JSON = new ObjectMapper();

  private WebhookPayload() {}

  static String of(Shape shape, OutgoingMessage message) {
    try {
      return JSON.writeValueAsString(
          switch (shape) {
            case BATON -> plain(message);
            case SLACK ->
                Map.of("text", "*" + slack(subject(message)) + "*\n" + slack(text(message)));
            case MATTERMOST ->
                Map.of(
                    "text", "**" + markdown(subject(message)) + "**\n" + markdown(text(message)));
            case TEAMS -> card(message);
          });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts are always JSON", e);
    }
  }

  private static Map<String, Object> plain(OutgoingMessage message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("notification", message.notification());
    body.put("event", message.event().code());
    body.put("incident", message.incident());
    body.put("subject", subject(message));
    body.put("text", text(message));
    return body;
  }

  /** An adaptive card in the form that Teams workflows accept. */
  private static Map<String, Object> card(OutgoingMessage message) {
    return Map.of(
        "type",
        "message",
        "attachments",
        List.of(
            Map.of(
                "contentType",
                "application/vnd.microsoft.card.adaptive",
                "content",
                Map.of(
                    "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
                    "type", "AdaptiveCard",
                    "version", "1.4",
                    "body",
                        List.of(
                            block(markdown(subject(message)), "Bolder"),
                            block(markdown(text(message)), "Default"))))));
  }

  private static Map<String, Object> block(String text, String weight) {
    return Map.of("type", "TextBlock", "text", text, "weight", weight, "wrap", true);
  }

  private static String subject(OutgoingMessage message) {
    return message.content().subject();
  }

  private static String text(OutgoingMessage message) {
    return message.content().text();
  }

  /** Escapes Slack's three reserved characters, so that a client's text cannot mention anyone. */
  private static String slack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String markdown(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]#|~>])", "\\\\$1").replace("@", "@\u200b");
  }
}
