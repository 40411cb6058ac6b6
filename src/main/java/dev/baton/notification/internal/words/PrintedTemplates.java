package dev.baton.notification.internal.words;

import dev.baton.notification.ClientWords;
import dev.baton.notification.Message;
import dev.baton.notification.OwnWords;
import dev.baton.notification.Rendered;
import dev.baton.notification.Templates;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints messages: one layout as text and one as HTML, for the words of all events. */
@Component
class PrintedTemplates implements Templates {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();
  private final Map<String, WordBook> books =
      ClientWords.LANGUAGES.stream().collect(Collectors.toMap(Locale::getLanguage, WordBook::in));
  private final ClientWords clientWords;
  private final Links links;

  PrintedTemplates(ClientWords clientWords, Links links) {
    this.clientWords = clientWords;
    this.links = links;
    ClassLoaderTemplateResolver layouts =
        new ClassLoaderTemplateResolver(PrintedTemplates.class.getClassLoader());
    layouts.setPrefix("mail/");
    layouts.setTemplateMode(TemplateMode.HTML);
    layouts.setTextTemplateModePatterns(Set.of("*.txt"));
    layouts.setCharacterEncoding("UTF-8");
    engine.setTemplateEngineMessageSource(new StaticMessageSource());
    engine.setTemplateResolver(layouts);
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
        engine.process("message.txt", model).replaceAll("\n{3,}", "\n\n").strip() + "\n",
        engine.process("message.html", model));
  }
}
