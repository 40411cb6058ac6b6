package dev.baton.notification.template;

import dev.baton.staff.DeskProfile;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Renders messages: one text layout and one HTML layout for all events. */
@Component
class ThymeleafTemplates implements MessageTemplates {

  private final Map<String, TemplateBundle> books =
      ClientTemplates.LANGUAGES.stream()
          .collect(Collectors.toMap(Locale::getLanguage, TemplateBundle::in));
  private final ClientTemplates clientWords;
  private final OwnersTemplates ownersWords;
  private final MessageLinks links;
  private final MailPrinter printer;
  private final DeskProfile desk;

  ThymeleafTemplates(
      ClientTemplates clientWords,
      OwnersTemplates ownersWords,
      MessageLinks links,
      MailPrinter printer,
      DeskProfile desk) {
    this.clientWords = clientWords;
    this.ownersWords = ownersWords;
    this.links = links;
    this.printer = printer;
    this.desk = desk;
  }

  @Override
  public RenderedMessage render(TemplateInput given) {
    TemplateInput message = inKnownLanguage(given);
    Optional<ClientTemplate> ofClient =
        message.audience().isOutside()
            ? clientWords.of(message.incident().clientId(), message.event(), message.language())
            : Optional.empty();
    return print(message, own(message, ofClient));
  }

  @Override
  public RenderedMessage preview(TemplateInput given, ClientTemplate draft, boolean isOfClient) {
    TemplateInput message = inKnownLanguage(given);
    ClientTemplate checked = TemplateCheck.checked(draft);
    return print(
        message,
        isOfClient
            ? own(message, Optional.of(checked))
            : ownersWords.complete(checked, message, message.language()));
  }

  private TemplateInput inKnownLanguage(TemplateInput given) {
    return books.containsKey(given.language().getLanguage()) ? given : given.in(Locale.ENGLISH);
  }

  /** Null where the shipped texts are used. */
  private ClientTemplate own(TemplateInput message, Optional<ClientTemplate> ofClient) {
    if (message.event().isBuiltIn()) {
      return ofClient.orElse(null);
    }
    ClientTemplate ofOwner = ownersWords.of(message, message.language());
    return ofClient.map(words -> words.orElse(ofOwner)).orElse(ofOwner);
  }

  private RenderedMessage print(TemplateInput message, ClientTemplate own) {
    TemplateBundle book = books.get(message.language().getLanguage());
    return printer.print(
        MailLayout.of(message, book, own, links, desk.ownName()), message.language());
  }
}
