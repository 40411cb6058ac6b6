package dev.baton.flow.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.engine.release.ModelText;
import dev.baton.flow.difference.ChangeState;
import dev.baton.flow.difference.ChangedProperty;
import dev.baton.flow.difference.ElementDifference;
import dev.baton.flow.difference.PropertyChange;
import dev.baton.web.validation.TextInput;
import java.util.Locale;
import java.util.Set;

/** Words for differences of flows, tables and forms, in one language. */
record DifferenceWords(PageRenderer pages, Locale locale) {

  private static final String PREFIX = "flowDifference.";
  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_VALUE = 10_000;
  private static final Set<String> YES_NO = Set.of("true", "false");

  ElementWords elements() {
    return new ElementWords(pages, locale);
  }

  String state(ChangeState state) {
    return pages.words(PREFIX + "state." + state, locale);
  }

  /** Empty where the label says it already. */
  String type(ElementDifference element) {
    return Set.of("row", "file").contains(element.type())
        ? ""
        : elements().type(element.type(), element.event());
  }

  String label(ElementDifference element) {
    return switch (element.type()) {
      case "row" -> pages.words(PREFIX + "row", locale, ModelText.visible(element.label()));
      case "file" -> pages.words(PREFIX + "type.file", locale);
      default -> ModelText.label(element.label(), LONGEST_LABEL);
    };
  }

  FileDifferenceView.Change change(PropertyChange change) {
    return new FileDifferenceView.Change(
        pages.words(PREFIX + "property." + change.property(), locale),
        shown(change.detail()),
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
      return elements().type(value.substring(0, dot), value.substring(dot + 1));
    }
    if (property == ChangedProperty.REPETITION && change.detail().isEmpty()) {
      return elements().known("repetition." + value, value);
    }
    return YES_NO.contains(value) ? pages.words(PREFIX + "is." + value, locale) : shown(value);
  }

  /** Nothing in it is hidden from those who compare it. */
  static String shown(String value) {
    return value == null ? null : TextInput.shortened(ModelText.visible(value), LONGEST_VALUE);
  }
}
