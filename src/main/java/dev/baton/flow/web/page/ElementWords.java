package dev.baton.flow.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.flow.diagram.DiagramWords;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;

/** What the elements of a model are called, in one language. */
public record ElementWords(PageRenderer pages, Locale locale) implements DiagramWords {

  private static final String PREFIX = "flowDifference.";

  @Override
  public String type(String type, String event) {
    String word = known("type." + type, type);
    return event.isEmpty()
        ? word
        : pages.words(PREFIX + "typeOfEvent", locale, word, known("event." + event, event));
  }

  /** A model may hold what no word is known for; then its technical name says it. */
  String known(String key, String otherwise) {
    try {
      return pages.words(PREFIX + key, locale);
    } catch (NoSuchMessageException unknown) {
      return otherwise;
    }
  }
}
