package dev.baton.admin.web;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldError;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what was entered as far as the fields say what they accept. */
final class SettingsCheck {

  private static final String LINE = "\\P{Cntrl}*";

  private SettingsCheck() {}

  /**
   * What is wrong, one problem for each field at most; empty if nothing is.
   *
   * @param stored what there is already: a choice that is not offered may stay
   */
  static List<FieldError> problems(
      List<SettingsField> fields, SettingsValues values, SettingsValues stored) {
    List<FieldError> problems = new ArrayList<>();
    for (SettingsField field : fields) {
      LocalizableText problem = problem(field, values, stored.all(field.name()));
      if (problem != null) {
        problems.add(new FieldError(field.name(), problem));
      }
    }
    return problems;
  }

  private static LocalizableText problem(
      SettingsField field, SettingsValues values, List<String> stored) {
    List<String> given = values.all(field.name());
    if (given.isEmpty()) {
      return field.required() ? LocalizableText.of("refused.fieldRequired") : null;
    }
    return switch (field.kind()) {
      case TEXT, LINES, LONG_TEXT, SECRET -> text(field, given);
      case TIME -> time(given.get(0));
      case NUMBER -> number(field, given.get(0));
      case CHOICE, CHOICES -> choice(field, given, stored);
      case SWITCH -> null;
    };
  }

  private static LocalizableText text(SettingsField field, List<String> given) {
    for (String one : given) {
      int length = one.codePointCount(0, one.length());
      if (length > field.longest()) {
        return LocalizableText.of("refused.longText", field.longest(), length);
      }
      if (field.kind() != SettingsField.Kind.LONG_TEXT && !one.matches(LINE)) {
        return LocalizableText.of("refused.oneLine");
      }
    }
    return null;
  }

  private static LocalizableText time(String given) {
    try {
      LocalDateTime.parse(given);
      return null;
    } catch (DateTimeException unreadable) {
      return LocalizableText.of("refused.settings.time");
    }
  }

  private static LocalizableText number(SettingsField field, String given) {
    boolean isNumber = given.matches("-?\\d{1,9}");
    int number = isNumber ? Integer.parseInt(given) : 0;
    return isNumber && number >= field.least() && number <= field.most()
        ? null
        : LocalizableText.of("refused.numberFromTo", field.least(), field.most());
  }

  private static LocalizableText choice(
      SettingsField field, List<String> given, List<String> stored) {
    Set<String> unknown = new HashSet<>(given);
    stored.forEach(unknown::remove);
    field.options().forEach(option -> unknown.remove(option.value()));
    return unknown.isEmpty()
        ? null
        : LocalizableText.of(
            "refused.oneOf",
            field.options().stream()
                .map(SettingsField.Option::value)
                .collect(Collectors.joining(", ")));
  }
}
