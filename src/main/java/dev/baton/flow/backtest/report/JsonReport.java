package dev.baton.flow.backtest.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The result for programs: {@code report.json}. Shares lie between 0 and 1. */
public final class JsonReport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  public static void write(BacktestResult result, Path file) throws IOException {
    JSON.writeValue(file.toFile(), of(result));
  }

  private static Map<String, Object> of(BacktestResult result) {
    Map<String, Object> agreement = new LinkedHashMap<>();
    result.agreements().stream()
        .filter(one -> one.cases() > 0)
        .forEach(one -> agreement.put(one.dimension().key(), one.share()));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("incidents", result.incidents());
    report.put("events", result.events());
    report.put("refusedEvents", result.refusedEvents());
    report.put("agreement", agreement);
    report.put("autoCloseCases", result.autoCloseCases());
    result.verdicts().ifPresent(verdicts -> addVerdicts(report, verdicts));
    result.escalations().ifPresent(escalations -> report.put("escalations", escalations));
    report.put("disagreements", result.disagreements());
    report.put("refusals", result.refusals());
    report.put("badLines", result.badLines());
    report.put("seconds", result.seconds());
    report.put("eventsPerSecond", result.eventsPerSecond());
    return report;
  }

  private static void addVerdicts(Map<String, Object> report, ObligationVerdicts verdicts) {
    Map<String, Object> obligations = new LinkedHashMap<>();
    obligations.put("met", verdicts.all().met());
    obligations.put("breached", verdicts.all().breached());
    obligations.put("undecided", verdicts.all().undecided());
    obligations.put("byPriority", verdicts.byPriority());
    report.put("obligations", obligations);
    Map<String, Object> agreement = new LinkedHashMap<>();
    agreement.put("cases", verdicts.agreement().cases());
    agreement.put("agreed", verdicts.agreement().agreed());
    agreement.put("share", verdicts.agreement().share());
    agreement.put("byPriority", verdicts.agreementByPriority());
    report.put("verdictAgreement", agreement);
    report.put("verdictDisagreements", verdicts.disagreements());
    report.put("milestones", verdicts.milestones());
  }
}
