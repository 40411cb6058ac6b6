package dev.baton.notification.template;

import dev.baton.incident.IncidentView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in names in braces. A value is inserted as it is: braces within it have no meaning, and
 * right-to-left text is isolated so that it does not reorder the text around it.
 */
final class Placeholders {

  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029]+");
  private static final Pattern BIDI_CONTROL = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

  private final Map<String, String> values;

  private Placeholders(Map<String, String> values) {
    this.values = values;
  }

  static Placeholders of(TemplateInput message, TemplateBundle book) {
    IncidentView incident = message.incident();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("number", incident.number());
    values.put("title", oneLine(incident.subject()));
    values.put("recipient", oneLine(message.recipientName()));
    values.put("reader", values.get("recipient")); // in texts that clients keep from before
    values.put("client", oneLine(message.clientName()));
    values.put("status", book.first("status." + incident.status()));
    values.put("priority", incident.priority() == null ? "" : incident.priority().name());
    values.put("service", oneLine(incident.service()));
    values.put("team", oneLine(incident.team()));
    values.put(
        "assignee",
        oneLine(message.assigneeName() == null ? incident.team() : message.assigneeName()));
    values.put(
        "requester", oneLine(incident.requester() == null ? "" : incident.requester().name()));
    values.put("next", message.nextAt() == null ? "" : time(message, message.nextAt()));
    return new Placeholders(values);
  }

  String in(String words) {
    Matcher names = NAME.matcher(words);
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      String value = values.getOrDefault(names.group(1), "");
      names.appendReplacement(filled, Matcher.quoteReplacement(fenced(value)));
    }
    names.appendTail(filled);
    return filled.toString();
  }

  String value(String name) {
    return values.get(name);
  }

  /** Such as "Tuesday, 25 November 2026, 14:00 (CET)", in the recipient's zone and language. */
  static String time(TemplateInput message, Instant at) {
    return time(message.language(), message.zone(), at);
  }

  static String time(Locale language, ZoneId zone, Instant at) {
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language);
    DateTimeFormatter hour =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language);
    var local = at.atZone(zone);
    String name =
        DateTimeFormatter.ofPattern("zzz", language).format(local)
            + (zone.getDisplayName(TextStyle.SHORT, language).isEmpty() ? "" : ", " + zone.getId());
    return "%s, %s (%s)".formatted(day.format(local), hour.format(local), name);
  }

  static String oneLine(String text) {
    return text == null ? "" : CONTROL.matcher(text).replaceAll(" ").strip();
  }

  /** Isolates the value, so that its text direction does not affect its surroundings. */
  private static String fenced(String value) {
    String bare = BIDI_CONTROL.matcher(value).replaceAll("");
    boolean turns =
        bare.codePoints()
            .mapToObj(Character::getDirectionality)
            .anyMatch(
                direction ->
                    direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    return turns ? "\u2068" + bare + "\u2069" : bare;
  }
}
