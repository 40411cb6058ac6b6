package dev.baton.notification.web;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.template.ClientTemplate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** A client's own text for one event in one language. */
@Schema(name = "OwnWords", description = "Null where the client hears the shipped words")
record ClientTemplateBody(
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) NotificationEvent event,
    @Schema(accessMode = Schema.AccessMode.READ_ONLY, example = "de") String language,
    @Schema(
            description = "Stands after the number; names in braces are filled in",
            example = "Got it: {title}")
        String subject,
    @Schema(description = "What happened", example = "Your report is {number}.") String opening,
    @Schema(description = "What happens next, and by when", example = "Until {next}.") String next,
    String signature) {

  static ClientTemplateBody of(ClientTemplate words) {
    return new ClientTemplateBody(
        words.event(),
        words.language().getLanguage(),
        words.subject(),
        words.opening(),
        words.next(),
        words.signature());
  }

  ClientTemplate words(NotificationEvent ofEvent, Locale inLanguage) {
    return new ClientTemplate(ofEvent, inLanguage, subject, opening, next, signature);
  }
}
