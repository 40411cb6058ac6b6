package dev.baton.notification.template;

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

  ThymeleafTemplates(
      ClientTemplates clientWords,
      OwnersTemplates ownersWords,
      MessageLinks links,
      MailPrinter printer) {
    this.clientWords = clientWords;
    this.ownersWords = ownersWords;
    this.links = links;
    this.printer = printer;
  }

  @Override
  public RenderedMessage render(TemplateInput given) {
    TemplateBundle book = books.get(given.language().getLanguage());
    return book == null
        ? print(given.in(Locale.ENGLISH), books.get(Locale.ENGLISH.getLanguage()))
        : print(given, book);
  }

  /** Null where the shipped texts are used. */
  private ClientTemplate own(TemplateInput message, Locale language) {
    Optional<ClientTemplate> ofClient =
        message.audience().isOutside()
            ? clientWords.of(message.incident().clientId(), message.event(), language)
            : Optional.empty();
    if (message.event().isBuiltIn()) {
      return ofClient.orElse(null);
    }
    ClientTemplate ofOwner = ownersWords.of(message, language);
    return ofClient.map(words -> words.orElse(ofOwner)).orElse(ofOwner);
  }

  private RenderedMessage print(TemplateInput message, TemplateBundle book) {
    MailLayout page = MailLayout.of(message, book, own(message, book.language()), links);
    return printer.print(page, message.language());
  }
}
