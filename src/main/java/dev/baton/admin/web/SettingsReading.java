package dev.baton.admin.web;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Reads values of fields that mean more than their text. */
public final class SettingsReading {

  /** The languages of the desk's messages. */
  public static final List<SettingsField.Option> LANGUAGES =
      List.of(language("en"), language("de"));

  private SettingsReading() {}

  private static SettingsField.Option language(String tag) {
    return new SettingsField.Option(tag, LocalizableText.of("admin.language." + tag));
  }

  /**
   * The time zone that a field names.
   *
   * @throws InvalidInput if there is none of this name
   */
  public static ZoneId zone(SettingsValues values, String field) {
    String name = values.text(field);
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new InvalidInput(field, LocalizableText.of("refused.zone"));
    }
    return ZoneId.of(name);
  }

  /** The language with this tag. */
  public static Locale language(SettingsValues values, String field) {
    return Locale.forLanguageTag(values.text(field));
  }
}
