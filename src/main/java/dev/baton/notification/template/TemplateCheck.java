package dev.baton.notification.template;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the texts of a template, and strips them. */
final class TemplateCheck {

  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

  private TemplateCheck() {}

  static ClientTemplate checked(ClientTemplate given) {
    if (!ClientTemplates.LANGUAGES.contains(given.language())) {
      throw new InvalidInput("language", LocalizableText.of("refused.template.language"));
    }
    return new ClientTemplate(
        given.event(),
        given.language(),
        checked("subject", given.subject(), 200),
        checked("opening", given.opening(), 2_000),
        checked("next", given.next(), 2_000),
        checked("signature", given.signature(), 500));
  }

  private static String checked(String field, String given, int most) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String text = given.strip();
    if (text.length() > most) {
      throw new InvalidInput(field, LocalizableText.of("refused.longText", most, text.length()));
    }
    if (field.equals("subject") && text.lines().count() > 1) {
      throw new InvalidInput(field, LocalizableText.of("refused.oneLine"));
    }
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      if (!ClientTemplates.NAMES.contains(names.group(1))) {
        throw new InvalidInput(
            field,
            LocalizableText.of(
                "refused.template.placeholder",
                names.group(),
                String.join(", ", ClientTemplates.NAMES.stream().sorted().toList())));
      }
    }
    return text;
  }
}
