package dev.baton.notification.template;

import dev.baton.notification.NotificationEvent;
import dev.baton.staff.DeskProfile;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What clients read where they have no text of their own. */
@Component
public class StandardTemplates {

  private final Map<String, TemplateBundle> books =
      ClientTemplates.LANGUAGES.stream()
          .collect(Collectors.toMap(Locale::getLanguage, TemplateBundle::in));
  private final EventTemplates ofOwners;
  private final DeskProfile desk;

  StandardTemplates(EventTemplates ofOwners, DeskProfile desk) {
    this.ofOwners = ofOwners;
    this.desk = desk;
  }

  /** The owner's text for an event, and where there is none the shipped one. */
  public ClientTemplate of(NotificationEvent event, Locale language) {
    ClientTemplate shipped = shipped(event, language);
    return event.isBuiltIn()
        ? shipped
        : ofOwners.of(event, language).map(own -> own.orElse(shipped)).orElse(shipped);
  }

  /** The shipped text; events of owners share one, whose subject has the title alone. */
  public ClientTemplate shipped(NotificationEvent event, Locale language) {
    TemplateBundle book = books.get(language.getLanguage());
    String name = event.isBuiltIn() ? event.code() : TemplatePhrases.OF_OWNERS;
    return new ClientTemplate(
        event,
        language,
        book.first(name + ".subject"),
        book.first(name + ".opening.plain", name + ".opening"),
        book.first(name + ".next", name + ".next.unknown"),
        desk.ownName().orElseGet(() -> book.first("signature")));
  }
}
