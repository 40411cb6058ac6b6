package dev.baton.flow.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The result for programs: {@code report.json}. Shares lie between 0 and 1. */
final class JsonReport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  static void write(Result result, Path file) throws IOException {
    JSON.writeValue(file.toFile(), of(result));
  }

  private static Map<String, Object> of(Result result) {
    Map<String, Object> agreement = new LinkedHashMap<>();
    result.agreements().forEach(one -> agreement.put(one.dimension().key(), one.share()));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("incidents", result.incidents());
    report.put("events", result.events());
    report.put("refusedEvents", result.refusedEvents());
    report.put("agreement", agreement);
    report.put("autoCloseCases", result.autoCloseCases());
    report.put("disagreements", result.disagreements());
    report.put("refusals", result.refusals());
    report.put("badLines", result.badLines());
    report.put("seconds", result.seconds());
    report.put("eventsPerSecond", result.eventsPerSecond());
    return report;
  }
}
