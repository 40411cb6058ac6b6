package dev.baton.admin.web.channel;

import dev.baton.incident.Level;
import dev.baton.intake.monitoring.MonitoringSource.Weight;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Severities with impact and urgency on lines, such as {@code critical = HIGH HIGH}. */
final class SeverityLines {

  private SeverityLines() {}

  static List<String> written(Map<String, Weight> severities) {
    return severities.entrySet().stream()
        .map(
            one ->
                "%s = %s %s"
                    .formatted(one.getKey(), one.getValue().impact(), one.getValue().urgency()))
        .sorted()
        .toList();
  }

  /**
   * @throws InvalidInput for a line that is none of this kind
   */
  static Map<String, Weight> read(String field, List<String> lines) {
    Map<String, Weight> severities = new LinkedHashMap<>();
    EqualLines.read(field, lines)
        .forEach(
            (name, levels) ->
                severities.put(name.toLowerCase(Locale.ROOT), weight(field, name, levels)));
    return severities;
  }

  private static Weight weight(String field, String name, String levels) {
    String[] both = levels.toUpperCase(Locale.ROOT).split("[\\s,]+");
    try {
      return new Weight(Level.valueOf(both[0]), Level.valueOf(both[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
      throw new InvalidInput(
          field, LocalizableText.of("refused.settings.severity", name + " = " + levels));
    }
  }
}
