package dev.baton.desk.web;

import dev.baton.incident.IncidentNumber;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field in which somebody chooses an incident from a list, or types its number. */
public final class IncidentField {

  private static final Pattern NUMBER = Pattern.compile("INC-\\d{4}-\\d{6,9}\\b");

  private IncidentField() {}

  /** What a list of choices puts into the field. */
  public static String text(String number, String subject) {
    return number + " · " + subject;
  }

  /**
   * The number at the beginning of the field.
   *
   * @throws InvalidInput if there is none
   */
  public static IncidentNumber number(String typed) {
    Matcher number = NUMBER.matcher(typed.strip().toUpperCase(Locale.ROOT));
    if (!number.lookingAt()) {
      throw new InvalidInput("incident", LocalizableText.of("refused.incident.choose"));
    }
    return new IncidentNumber(number.group());
  }
}
