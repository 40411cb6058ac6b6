package dev.baton.intake.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.intake.monitoring.MonitoringSource.Mapping;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads alerts as the monitoring's endpoints do, in both shapes, and asks which are silenced. */
public final class SentAlerts {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Mapping MAPPING =
      new Mapping(
          "/alerts",
          "/fingerprint",
          "/status",
          List.of("resolved"),
          "/labels/severity",
          "/annotations/summary",
          "/annotations/description",
          Map.of("host", "/labels/instance", "deep", "/a/a/a/a/a/a/a/a"));
  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  private SentAlerts() {}

  /** Whether they are read; if not, they were refused with a reason. */
  public static boolean reads(byte[] body, boolean isAlertmanager) {
    try {
      JsonNode json = JSON.readTree(body);
      List<Alert> alerts =
          isAlertmanager ? AlertParser.alertmanager(json) : AlertParser.mapped(json, MAPPING);
      SilenceFilter silences = SilenceFilter.of(silences(), "prometheus", NOW);
      alerts.forEach(alert -> silences.covers(alert.labels()));
      return true;
    } catch (JsonProcessingException | InvalidInput refused) {
      return false;
    } catch (java.io.IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Silence> silences() {
    return List.of(
        silence("alertname", ".*".repeat(11) + "x"),
        silence("instance", "(a|aa)+$"),
        silence("severity", "(x+x+)+y"));
  }

  private static Silence silence(String label, String expression) {
    return new Silence(
        1,
        null,
        List.of(new Silence.Matcher(label, expression, true)),
        NOW.minusSeconds(60),
        NOW.plusSeconds(60),
        null,
        "theo");
  }
}
