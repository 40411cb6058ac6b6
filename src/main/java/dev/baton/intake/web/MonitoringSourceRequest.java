package dev.baton.intake.web;

import dev.baton.intake.monitoring.MonitoringSource;
import dev.baton.intake.monitoring.MonitoringSource.Mapping;
import dev.baton.intake.monitoring.MonitoringSource.OnRecovery;
import dev.baton.intake.monitoring.MonitoringSource.Weight;
import dev.baton.web.validation.MaxCharacters;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A source to register, or to change. */
@Schema(name = "NewMonitoringSource")
record MonitoringSourceRequest(
    @Schema(description = "Code of the client whose incidents these are")
        @NotBlank(message = "is required")
        String client,
    @Schema(description = "Code of a service of the client") String service,
    @Schema(description = "Code of the team; left out, the flow routes") String team,
    @MaxCharacters(60) String category,
    @Schema(description = "JSON pointers to the fields of an alert; left out for Alertmanager")
        Mapping mapping,
    @Schema(description = "The source's words for severity with impact and urgency")
        Map<String, Weight> severities,
    @Schema(defaultValue = "ASK") OnRecovery onRecovery,
    @Schema(description = "Labels that make one problem of alerts") List<String> groupBy,
    @Schema(description = "Makes a new token; the old one ends", defaultValue = "false")
        Boolean newToken) {

  MonitoringSource source(String code) {
    return new MonitoringSource(
        code,
        client,
        service,
        team,
        category,
        mapping == null ? null : complete(mapping),
        severities == null
            ? Map.of()
            : severities.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (one, other) -> one)),
        onRecovery == null ? OnRecovery.ASK : onRecovery,
        groupBy == null ? List.of() : groupBy);
  }

  private static Mapping complete(Mapping given) {
    return new Mapping(
        given.alerts(),
        given.fingerprint(),
        given.status(),
        given.recovered() == null ? List.of("resolved", "ok", "recovered") : given.recovered(),
        given.severity(),
        given.subject(),
        given.description(),
        given.labels() == null ? Map.of() : given.labels());
  }
}
