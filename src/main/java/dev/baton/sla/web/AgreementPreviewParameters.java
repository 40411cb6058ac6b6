package dev.baton.sla.web;

import dev.baton.incident.Priority;
import dev.baton.sla.agreement.SampleIncident;
import dev.baton.web.validation.InstantText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An incident that might be opened, as the query of a dry run names it. */
record AgreementPreviewParameters(
    @Parameter(
            description = "When it would be opened; now if left out",
            example = "2026-11-30T15:00:00Z")
        String at,
    @Parameter(description = "Code of the client", example = "acme") String client,
    @Parameter(description = "Code of the service", example = "mail") String service,
    @Parameter(description = "P1 to P4; each if left out", example = "P2") String priority) {

  SampleIncident sample() {
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    SampleIncident sample =
        new SampleIncident(
            instant(complaints), given(client), given(service), priority(complaints));
    complaints.raise();
    return sample;
  }

  private Instant instant(InvalidInput.Complaints complaints) {
    try {
      Instant instant = InstantText.Iso.instant(given(at));
      if (instant == null
          || (instant.isAfter(Instant.EPOCH)
              && instant.isBefore(Instant.parse("2100-01-01T00:00:00Z")))) {
        return instant;
      }
    } catch (DateTimeException unreadable) {
      // said below
    }
    complaints.about(
        "at",
        "must be a date and time with an offset, such as 2026-11-30T15:00:00Z, in the years 1970 to"
            + " 2099");
    return null;
  }

  private Priority priority(InvalidInput.Complaints complaints) {
    String name = given(priority);
    Priority found =
        Arrays.stream(Priority.values())
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElse(null);
    if (name != null && found == null) {
      complaints.about(
          "priority",
          "must be one of "
              + Arrays.stream(Priority.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
    return found;
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
