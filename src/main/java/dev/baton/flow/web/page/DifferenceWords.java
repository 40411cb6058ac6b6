package dev.baton.flow.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.flow.diagram.DiagramWords;
import dev.baton.flow.difference.ChangeState;
import dev.baton.flow.difference.ChangedProperty;
import dev.baton.flow.difference.ElementDifference;
import dev.baton.flow.difference.PropertyChange;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.NoSuchMessageException;

/** Words for differences of flows, tables and forms, in one language. */
record DifferenceWords(PageRenderer pages, Locale locale) implements DiagramWords {

  private static final String PREFIX = "flowDifference.";
  private static final Set<String> YES_NO = Set.of("true", "false");

  @Override
  public String type(String type, String event) {
    String word = known("type." + type, type);
    return event.isEmpty()
        ? word
        : pages.words(PREFIX + "typeOfEvent", locale, word, known("event." + event, event));
  }

  String state(ChangeState state) {
    return pages.words(PREFIX + "state." + state, locale);
  }

  /** Empty where the label says it already. */
  String type(ElementDifference element) {
    return Set.of("row", "file").contains(element.type())
        ? ""
        : type(element.type(), element.event());
  }

  String label(ElementDifference element) {
    return switch (element.type()) {
      case "row" -> pages.words(PREFIX + "row", locale, element.label());
      case "file" -> pages.words(PREFIX + "type.file", locale);
      default -> element.label();
    };
  }

  FileDifferenceView.Change change(PropertyChange change) {
    return new FileDifferenceView.Change(
        pages.words(PREFIX + "property." + change.property(), locale),
        change.detail(),
        value(change, change.before()),
        value(change, change.after()));
  }

  /** Most values are the owner's own words; some are words of BPMN. */
  private String value(PropertyChange change, String value) {
    if (value == null) {
      return null;
    }
    ChangedProperty property = change.property();
    if (property == ChangedProperty.TYPE && value.contains(".")) {
      int dot = value.indexOf('.');
      return type(value.substring(0, dot), value.substring(dot + 1));
    }
    if (property == ChangedProperty.REPETITION && change.detail().isEmpty()) {
      return known("repetition." + value, value);
    }
    return YES_NO.contains(value) ? pages.words(PREFIX + "is." + value, locale) : value;
  }

  /** A model may hold what no word is known for; then its technical name says it. */
  private String known(String key, String otherwise) {
    try {
      return pages.words(PREFIX + key, locale);
    } catch (NoSuchMessageException unknown) {
      return otherwise;
    }
  }
}
