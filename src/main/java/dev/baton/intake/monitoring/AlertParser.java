package dev.baton.intake.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.intake.monitoring.MonitoringSource.Mapping;
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Parses alerts from JSON: in Alertmanager's format (version 4), or in any other with a mapping.
 */
public final class AlertParser {

  private static final int MOST = 10_000;

  private AlertParser() {}

  /**
   * @throws InvalidInput if the body is not such a message
   */
  public static List<Alert> alertmanager(JsonNode body) {
    List<Alert> alerts = new ArrayList<>();
    for (JsonNode alert : list(body.path("alerts"), "alerts")) {
      Map<String, String> labels = texts(alert.path("labels"));
      if (labels.isEmpty()) {
        throw new InvalidInput("alerts.labels", "An alert needs labels.");
      }
      Map<String, String> notes = texts(alert.path("annotations"));
      String status = alert.path("status").asText(body.path("status").asText("firing"));
      String fingerprint = alert.path("fingerprint").asText("");
      alerts.add(
          new Alert(
              fingerprint.isBlank() ? labels.toString() : fingerprint,
              !status.equalsIgnoreCase("resolved"),
              labels.get("severity"),
              notes.getOrDefault("summary", name(labels)),
              described(notes, labels, alert.path("generatorURL").asText("")),
              labels));
    }
    return alerts;
  }

  private static String name(Map<String, String> labels) {
    String name = labels.getOrDefault("alertname", "Alert");
    return labels.containsKey("instance") ? name + " on " + labels.get("instance") : name;
  }

  private static String described(
      Map<String, String> notes, Map<String, String> labels, String link) {
    String words = notes.getOrDefault("description", notes.getOrDefault("message", ""));
    return (words + "\n" + lines(labels) + "\n" + link).strip();
  }

  private static String lines(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + ": " + label.getValue())
        .collect(Collectors.joining("\n"));
  }

  /**
   * @throws InvalidInput if the mapping points at something that is missing
   */
  public static List<Alert> mapped(JsonNode body, Mapping mapping) {
    List<Alert> alerts = new ArrayList<>();
    Iterable<JsonNode> found =
        mapping.alerts() == null ? List.of(body) : list(body.at(mapping.alerts()), "alerts");
    for (JsonNode alert : found) {
      Map<String, String> labels = new TreeMap<>();
      mapping.labels().forEach((name, pointer) -> put(labels, name, alert.at(pointer)));
      String status = text(alert, mapping.status());
      alerts.add(
          new Alert(
              required(alert, "fingerprint", mapping.fingerprint()),
              status == null || mapping.recovered().stream().noneMatch(status::equalsIgnoreCase),
              text(alert, mapping.severity()),
              required(alert, "subject", mapping.subject()),
              ((text(alert, mapping.description()) == null
                          ? ""
                          : text(alert, mapping.description()))
                      + "\n"
                      + lines(labels))
                  .strip(),
              labels));
    }
    return alerts;
  }

  private static String required(JsonNode alert, String field, String pointer) {
    String value = text(alert, pointer);
    if (value == null || value.isBlank()) {
      throw new InvalidInput(field, "There is nothing at '%s' of an alert.".formatted(pointer));
    }
    return value;
  }

  private static String text(JsonNode alert, String pointer) {
    JsonNode value = pointer == null ? null : alert.at(pointer);
    return value == null || !value.isValueNode() || value.isNull() ? null : value.asText();
  }

  private static void put(Map<String, String> labels, String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      labels.put(name, value.asText());
    }
  }

  private static JsonNode list(JsonNode alerts, String field) {
    if (!alerts.isArray() || alerts.isEmpty()) {
      throw new InvalidInput(field, "There is no list of alerts.");
    }
    if (alerts.size() > MOST) {
      throw new InvalidInput(field, "At most %d alerts at once.".formatted(MOST));
    }
    return alerts;
  }

  private static Map<String, String> texts(JsonNode fields) {
    Map<String, String> texts = new TreeMap<>();
    fields.fields().forEachRemaining(field -> put(texts, lower(field.getKey()), field.getValue()));
    return texts;
  }

  private static String lower(String name) {
    return name.strip().length() > 200
        ? name.substring(0, 200).toLowerCase(Locale.ROOT)
        : name.strip();
  }
}
