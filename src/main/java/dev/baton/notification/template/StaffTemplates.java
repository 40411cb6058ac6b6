package dev.baton.notification.template;

import dev.baton.staff.AgentView;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes mails to agents that are about no incident, in the language of their reader. */
@Component
public class StaffTemplates {

  private final Map<String, TemplateBundle> books =
      ClientTemplates.LANGUAGES.stream()
          .collect(Collectors.toMap(Locale::getLanguage, TemplateBundle::in));
  private final MessageLinks links;
  private final MailPrinter printer;

  StaffTemplates(MessageLinks links, MailPrinter printer) {
    this.links = links;
    this.printer = printer;
  }

  /**
   * Asks the reader to set a password.
   *
   * @param by name of who invites
   * @param path of the page that sets it
   */
  public RenderedMessage invitation(AgentView reader, String by, String path, Instant until) {
    TemplateBundle book = book(reader);
    return print(
        reader,
        "invitation",
        words(book, "invitation.opening", by, reader.login()),
        words(book, "invitation.next", Placeholders.time(book.language(), reader.zone(), until)),
        links.page(path),
        book.first("invitation.footer"));
  }

  /** Shows that mail is sent. */
  public RenderedMessage test(AgentView reader) {
    TemplateBundle book = book(reader);
    return print(
        reader,
        "test",
        book.first("test.opening"),
        book.first("test.next"),
        null,
        words(book, "test.footer", reader.name()));
  }

  private RenderedMessage print(
      AgentView reader, String kind, String opening, String next, String link, String footer) {
    TemplateBundle book = book(reader);
    MailLayout page =
        new MailLayout(
            book.language().getLanguage(),
            book.first(kind + ".subject"),
            book.first("greeting").replace("{recipient}", Placeholders.oneLine(reader.name())),
            opening,
            "",
            next,
            List.of(),
            link,
            link == null ? "" : book.first(kind + ".button"),
            "",
            book.first("signature.inside"),
            footer,
            false);
    return printer.print(page, book.language());
  }

  private TemplateBundle book(AgentView reader) {
    return books.getOrDefault(
        reader.language().getLanguage(), books.get(Locale.ENGLISH.getLanguage()));
  }

  private static String words(TemplateBundle book, String key, Object... values) {
    return Placeholders.oneLine(new MessageFormat(book.first(key), book.language()).format(values));
  }
}
