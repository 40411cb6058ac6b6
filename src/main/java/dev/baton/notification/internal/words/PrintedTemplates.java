package dev.baton.notification.internal.words;

import dev.baton.notification.ClientWords;
import dev.baton.notification.Message;
import dev.baton.notification.OwnWords;
import dev.baton.notification.Rendered;
import dev.baton.notification.Templates;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints messages: one layout as text and one as HTML, for the words of all events. */
@Component
class PrintedTemplates implements Templates {

  private final Map<String, WordBook> books =
      ClientWords.LANGUAGES.stream().collect(Collectors.toMap(Locale::getLanguage, WordBook::in));
  private final ClientWords clientWords;
  private final Links links;
  private final ITemplateEngine templates;

  PrintedTemplates(ClientWords clientWords, Links links, ITemplateEngine templates) {
    this.clientWords = clientWords;
    this.links = links;
    this.templates = templates;
  }

  @Override
  public Rendered render(Message given) {
    WordBook book = books.get(given.language().getLanguage());
    return book == null
        ? print(given.in(Locale.ENGLISH), books.get(Locale.ENGLISH.getLanguage()))
        : print(given, book);
  }

  private Rendered print(Message message, WordBook book) {
    OwnWords own =
        message.audience().isOutside()
            ? clientWords
                .of(message.incident().clientId(), message.event(), book.language())
                .orElse(null)
            : null;
    Page page = Page.of(message, book, own, links);
    Context model = new Context(message.language(), Map.of("m", page));
    return new Rendered(
        page.subject(),
        templates.process("mail/message.txt", model).replaceAll("\n{3,}", "\n\n").strip() + "\n",
        templates.process("mail/message.html", model));
  }
}
