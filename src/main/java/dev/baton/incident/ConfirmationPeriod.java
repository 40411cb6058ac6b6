package dev.baton.incident;

import dev.baton.client.ClientView;
import dev.baton.client.DayKind;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long a client may object to a resolution; the end is computed once and kept. */
@Service
public class ConfirmationPeriod {

  private final Incidents incidents;
  private final ClientWorkingDays workingDays;

  ConfirmationPeriod(Incidents incidents, ClientWorkingDays workingDays) {
    this.incidents = incidents;
    this.workingDays = workingDays;
  }

  /** When the resolved incident closes if nobody objects; empty if it is not resolved. */
  @Transactional(readOnly = true)
  public Optional<Instant> endOf(IncidentNumber number) {
    return Optional.ofNullable(incidents.get(number).closesAt());
  }

  Instant endFor(IncidentView incident, ClientView client, Instant resolved, WaitingTime period) {
    int amount = period.amountOr(client.confirmationDays());
    if (period.unit() != null) {
      return workingDays.after(incident, resolved, amount, period.unit());
    }
    return client.confirmationUnit() == DayKind.WORKING_DAYS
        ? workingDays.after(incident, resolved, amount)
        : resolved.atZone(client.zone()).plusDays(amount).toInstant();
  }
}
