package dev.baton.major;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who does what until which day; as one line {@code owner: what (until 2026-05-30)}.
 *
 * @param owner sign-in name
 */
public record ActionItem(String owner, String title, LocalDate due) {

  private static final Pattern LINE =
      Pattern.compile("\\s*([^:]+?)\\s*:\\s*(.+?)\\s*\\(until\\s+(\\d{4}-\\d{2}-\\d{2})\\)\\s*");
  private static final int LONGEST_TITLE = 500;

  /** The line by which a form speaks of it. */
  String line() {
    return "%s: %s (until %s)".formatted(owner, title, due);
  }

  /** One item a line; blank lines do not count. */
  static List<ActionItem> read(String text) {
    return text == null
        ? List.of()
        : text.lines().filter(line -> !line.isBlank()).map(ActionItem::of).toList();
  }

  private static ActionItem of(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw unreadable(line);
    }
    String title = parts.group(2);
    if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
      throw new InvalidInput(
          "actions", LocalizableText.of("refused.major.actionLong", LONGEST_TITLE));
    }
    try {
      return new ActionItem(parts.group(1), title, LocalDate.parse(parts.group(3)));
    } catch (DateTimeParseException noSuchDay) {
      throw unreadable(line);
    }
  }

  private static InvalidInput unreadable(String line) {
    return new InvalidInput("actions", LocalizableText.of("refused.major.action", line.strip()));
  }
}
