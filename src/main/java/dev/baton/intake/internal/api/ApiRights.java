package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Caller;
import dev.baton.access.Refused;
import dev.baton.access.Rights;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.UnknownIncident;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Who may do what at the API. A requester acts on the incidents of its own client alone; another
 * client's incident is to them as if it did not exist.
 */
@Component
class ApiRights {

  private static final Duration ONCE = Duration.ofMinutes(1);

  private final Rights rights;
  private final IncidentSearch incidents;
  private final AuditTrail trail;

  ApiRights(Rights rights, IncidentSearch incidents, AuditTrail trail) {
    this.rights = rights;
    this.incidents = incidents;
    this.trail = trail;
  }

  /**
   * Who asks, if they may do it.
   *
   * @throws Refused if they may not
   */
  Caller allow(Act act) {
    return rights.allow(act);
  }

  /**
   * Who asks, if they may do it with this incident.
   *
   * @throws UnknownIncident if there is none that they may see
   */
  Caller allow(Act act, String number) {
    Caller caller = allow(act);
    if (caller.isRequester()
        && incidents.get(numberIn(number)).clientId() != caller.onlyClient().longValue()) {
      trail.note(
          AuditEntry.of(AuditKind.REFUSED, number, "Asked for another client's incident"), ONCE);
      throw new UnknownIncident(number);
    }
    return caller;
  }

  /**
   * Who asks, if they may keep the rota, or if it is about themselves.
   *
   * @throws Refused if they may not
   */
  Caller allowFor(String login) {
    Caller caller = allow(Act.READ_STAFF);
    return caller.login().equals(login) ? caller : allow(Act.KEEP_ROTA);
  }

  /** The number, which may be anything that somebody typed. */
  static IncidentNumber numberIn(String text) {
    return IncidentNumber.parse(text).orElseThrow(() -> new UnknownIncident(text));
  }

  /** Whether who asks is one of the desk's people. */
  boolean isOfTheDesk() {
    return rights.isOfTheDesk();
  }

  /** Whether who asks may do it. */
  boolean may(Act act) {
    return rights.may(act);
  }
}
