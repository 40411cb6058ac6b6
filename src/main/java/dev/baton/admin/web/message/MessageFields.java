package dev.baton.admin.web.message;

import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsValues;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.template.ClientTemplate;
import dev.baton.notification.template.ClientTemplates;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The fields of a form with the parts of a message. */
final class MessageFields {

  static final String SUBJECT = "subject";

  private static final String OPENING = "opening";
  private static final String NEXT = "next";
  private static final String SIGNATURE = "signature";

  /** A former name of the recipient, which texts may still contain. */
  private static final String FORMER = "reader";

  private MessageFields() {}

  /** The names that may stand in braces, in order. */
  static List<String> placeholders() {
    return ClientTemplates.NAMES.stream().filter(name -> !name.equals(FORMER)).sorted().toList();
  }

  /**
   * @param suffix of the fields' names, such as De; empty if the form has one language
   */
  static List<SettingsField> of(String suffix) {
    return List.of(
        SettingsField.text(SUBJECT + suffix, 200),
        SettingsField.longText(OPENING + suffix, 2_000),
        SettingsField.longText(NEXT + suffix, 2_000),
        SettingsField.longText(SIGNATURE + suffix, 500));
  }

  /** The suffix of a form with several languages, such as De. */
  static String suffix(Locale language) {
    String tag = language.getLanguage();
    return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1);
  }

  static ClientTemplate template(
      NotificationEvent event, Locale language, UnaryOperator<String> values, String suffix) {
    return new ClientTemplate(
        event,
        language,
        values.apply(SUBJECT + suffix),
        values.apply(OPENING + suffix),
        values.apply(NEXT + suffix),
        values.apply(SIGNATURE + suffix));
  }

  static SettingsValues fill(SettingsValues values, ClientTemplate template, String suffix) {
    return values
        .with(SUBJECT + suffix, template.subject())
        .with(OPENING + suffix, template.opening())
        .with(NEXT + suffix, template.next())
        .with(SIGNATURE + suffix, template.signature());
  }

  /** The texts by field. */
  static Map<String, String> byField(ClientTemplate template, String suffix) {
    Map<String, String> texts = new HashMap<>();
    texts.put(SUBJECT + suffix, template.subject());
    texts.put(OPENING + suffix, template.opening());
    texts.put(NEXT + suffix, template.next());
    texts.put(SIGNATURE + suffix, template.signature());
    return texts;
  }

  /** The refusal of a part of a message, at the field of its language. */
  static InvalidInput at(InvalidInput refused, String suffix) {
    return new InvalidInput(
        refused.problems().stream()
            .map(one -> new FieldError(one.field() + suffix, one.reason(), one.text()))
            .toList());
  }

  /** With a capital letter, as at the beginning of a line. */
  static String capitalised(String name, Locale language) {
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }
}
