package dev.baton.notification.template;

import dev.baton.incident.HoldReason;
import dev.baton.notification.NotificationEvent;
import java.util.stream.Stream;

/**
 * The sentences of one message before names are filled in: the client's own, or else the shipped
 * ones.
 */
record TemplatePhrases(
    String subject,
    String opening,
    boolean isOwnOpening,
    String next,
    String afterLetter,
    String signature) {

  /** Before the shipped texts for events that process owners registered. */
  static final String OF_OWNERS = "OF_OWNERS";

  static TemplatePhrases of(TemplateBundle book, TemplateInput message, ClientTemplate own) {
    boolean hasDetail = message.detail() != null && !message.detail().isBlank();
    boolean isDated = message.nextAt() != null;
    String next =
        chosen(
            own == null ? null : own.next(),
            isDated ? words(book, message, ".next") : words(book, message, ".next.unknown"));
    return new TemplatePhrases(
        chosen(own == null ? null : own.subject(), words(book, message, ".subject")),
        chosen(
            own == null ? null : own.opening(),
            hasDetail
                ? words(book, message, ".opening")
                : words(book, message, ".opening.plain", ".opening")),
        own != null && own.opening() != null,
        next,
        afterLetter(book, message, own, next),
        chosen(
            own == null ? null : own.signature(),
            message.audience().isOutside()
                ? book.first("signature")
                : book.first("signature.inside")));
  }

  /** Below a person's own text: what became of the incident, and what happens next. */
  private static String afterLetter(
      TemplateBundle book, TemplateInput message, ClientTemplate own, String next) {
    if (message.event().equals(NotificationEvent.UPDATE)
        || own != null && (own.opening() != null || own.next() != null)) {
      return next;
    }
    String state = words(book, message, ".opening.plain", ".opening");
    return state.substring(0, 1).toUpperCase(book.language()) + state.substring(1) + " " + next;
  }

  /** The text for the specific audience and hold reason takes precedence over the general text. */
  private static String words(TemplateBundle book, TemplateInput message, String... parts) {
    String event = message.event().code();
    String special =
        message.audience().isOutside() ? event + "." + heldFor(message) : event + ".inside";
    return book.first(
        Stream.of(special, event, OF_OWNERS)
            .flatMap(prefix -> Stream.of(parts).map(part -> prefix + part))
            .toArray(String[]::new));
  }

  private static String heldFor(TemplateInput message) {
    boolean isHeld =
        message.event().equals(NotificationEvent.ON_HOLD) && message.incident().hold() != null;
    return (isHeld ? message.incident().hold().reason() : HoldReason.REQUESTER).name();
  }

  private static String chosen(String own, String shipped) {
    return own == null ? shipped : own;
  }
}
