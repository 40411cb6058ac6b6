package dev.baton.intake.internal.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.incident.InvalidInput;
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

/** Where monitoring programs send their alerts, each with the token of its source. */
@RestController
@RequestMapping(
    path = "/api/v1/monitoring/{source}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Monitoring", description = "Alerts of programs, and what is kept quiet")
class AlertEndpoints {

  private final TakeAlerts alerts;

  AlertEndpoints(TakeAlerts alerts) {
    this.alerts = alerts;
  }

  @PostMapping("/alertmanager")
  @Operation(
      operationId = "takeAlertmanagerAlerts",
      summary = "Take alerts as Prometheus Alertmanager sends them (webhook, version 4)",
      description = "Needs Authorization: Bearer with the source's token instead of a sign-in.")
  TakeAlerts.Taken alertmanager(
      @Parameter(hidden = true) @RequestAttribute(AlertTokens.SENDER) MonitoringSource sender,
      @Parameter(in = ParameterIn.PATH, name = "source") @PathVariable String source,
      @RequestBody JsonNode body) {
    String group = body.path("groupKey").asText("");
    return alerts.take(sender, AlertReader.alertmanager(body), group.isBlank() ? null : group);
  }

  @PostMapping
  @Operation(
      operationId = "takeAlerts",
      summary = "Take alerts in JSON of any shape, read by the source's mapping",
      description = "Needs Authorization: Bearer with the source's token instead of a sign-in.")
  TakeAlerts.Taken mapped(
      @Parameter(hidden = true) @RequestAttribute(AlertTokens.SENDER) MonitoringSource sender,
      @Parameter(in = ParameterIn.PATH, name = "source") @PathVariable String source,
      @RequestBody JsonNode body) {
    if (sender.mapping() == null) {
      throw new InvalidInput("mapping", "This source has no mapping; send to /alertmanager.");
    }
    return alerts.take(sender, AlertReader.mapped(body, sender.mapping()), null);
  }
}
