package dev.baton.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.intake.monitoring.AlertParser;
import dev.baton.intake.monitoring.MonitoringSource;
import dev.baton.intake.monitoring.ProcessAlerts;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receives alerts of monitoring programs, each with the token of its source. */
@RestController
@RequestMapping(
    path = "/api/v1/monitoring/{source}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Monitoring", description = "Alerts of programs, and what is kept quiet")
class AlertController {

  private final ProcessAlerts alerts;

  AlertController(ProcessAlerts alerts) {
    this.alerts = alerts;
  }

  @PostMapping("/alertmanager")
  @Operation(
      operationId = "takeAlertmanagerAlerts",
      summary = "Take alerts as Prometheus Alertmanager sends them (webhook, version 4)",
      description = "Needs Authorization: Bearer with the source's token instead of a sign-in.")
  ProcessAlerts.Taken alertmanager(
      @Parameter(hidden = true) @RequestAttribute(AlertTokenInterceptor.SENDER)
          MonitoringSource sender,
      @Parameter(in = ParameterIn.PATH, name = "source") @PathVariable String source,
      @RequestBody JsonNode body) {
    String group = body.path("groupKey").asText("");
    return alerts.take(sender, AlertParser.alertmanager(body), group.isBlank() ? null : group);
  }

  @PostMapping
  @Operation(
      operationId = "takeAlerts",
      summary = "Take alerts in JSON of any shape, read by the source's mapping",
      description = "Needs Authorization: Bearer with the source's token instead of a sign-in.")
  ProcessAlerts.Taken mapped(
      @Parameter(hidden = true) @RequestAttribute(AlertTokenInterceptor.SENDER)
          MonitoringSource sender,
      @Parameter(in = ParameterIn.PATH, name = "source") @PathVariable String source,
      @RequestBody JsonNode body) {
    if (sender.mapping() == null) {
      throw new InvalidInput("mapping", "This source has no mapping; send to /alertmanager.");
    }
    return alerts.take(sender, AlertParser.mapped(body, sender.mapping()), null);
  }
}
