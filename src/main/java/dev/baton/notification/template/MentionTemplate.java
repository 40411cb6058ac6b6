package dev.baton.notification.template;

import dev.baton.incident.IncidentView;
import dev.baton.staff.AgentView;
import dev.baton.web.validation.TextInput;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the message about a note that mentions somebody, in the language of that person. */
@Component
public class MentionTemplate {

  private static final int LONGEST_SUBJECT = 255;

  private final Map<String, TemplateBundle> books =
      ClientTemplates.LANGUAGES.stream()
          .collect(Collectors.toMap(Locale::getLanguage, TemplateBundle::in));

  /**
   * @param author name of who wrote the note
   */
  public RenderedMention render(
      AgentView reader, String author, IncidentView incident, String note) {
    TemplateBundle book =
        books.getOrDefault(
            reader.language().getLanguage(), books.get(Locale.ENGLISH.getLanguage()));
    String subject = words(book, "mention.subject", author, incident.number(), incident.subject());
    return new RenderedMention(
        TextInput.shortened(Placeholders.oneLine(subject), LONGEST_SUBJECT),
        words(book, "mention.opening", author, incident.number()) + "\n\n" + note);
  }

  private static String words(TemplateBundle book, String key, Object... values) {
    return new MessageFormat(book.first(key), book.language()).format(values);
  }
}
