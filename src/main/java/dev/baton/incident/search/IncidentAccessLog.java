package dev.baton.incident.search;

import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.incident.IncidentNumber;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps on record who saw an incident: once for a person, an incident and an hour. */
@Component
public class IncidentAccessLog {

  private static final Duration ONCE = Duration.ofHours(1);

  private final AuditTrail trail;

  IncidentAccessLog(AuditTrail trail) {
    this.trail = trail;
  }

  /** Whoever is signed in is shown the incident. */
  public void seen(IncidentNumber number) {
    trail.note(AuditEntry.of(AuditKind.SEEN, number.value(), "Seen"), ONCE);
  }
}
