package dev.baton.notification.template;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints a mail as plain text and as HTML. */
@Component
class MailPrinter {

  private final ITemplateEngine templates;

  MailPrinter(ITemplateEngine templates) {
    this.templates = templates;
  }

  RenderedMessage print(MailLayout page, Locale language) {
    Context model = new Context(language, Map.of("m", page));
    return new RenderedMessage(
        page.subject(),
        templates.process("mail/message.txt", model).replaceAll("\n{3,}", "\n\n").strip() + "\n",
        templates.process("mail/message.html", model));
  }
}
