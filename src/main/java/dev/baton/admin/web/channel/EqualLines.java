package dev.baton.admin.web.channel;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values on lines, such as {@code host = /labels/host}. */
final class EqualLines {

  private EqualLines() {}

  static List<String> written(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + " = " + one.getValue())
        .sorted()
        .toList();
  }

  /**
   * @throws InvalidInput for a line that is none of this kind
   */
  static Map<String, String> read(String field, List<String> lines) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split("=", 2);
      if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new InvalidInput(field, LocalizableText.of("refused.settings.equal", line));
      }
      values.put(parts[0].strip(), parts[1].strip());
    }
    return values;
  }
}
