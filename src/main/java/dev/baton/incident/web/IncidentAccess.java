package dev.baton.incident.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.search.IncidentSearch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Who may do what with an incident at the API. Requesters may act on the incidents of their own
 * client alone; to them, the incidents of others do not exist.
 */
@Component
public class IncidentAccess {

  private static final Duration ONCE = Duration.ofMinutes(1);

  private final AccessControl rights;
  private final IncidentSearch incidents;
  private final AuditTrail trail;

  IncidentAccess(AccessControl rights, IncidentSearch incidents, AuditTrail trail) {
    this.rights = rights;
    this.incidents = incidents;
    this.trail = trail;
  }

  /**
   * Who asks, if they may do it.
   *
   * @throws PermissionDenied if they may not
   */
  public Caller allow(Permission act) {
    return rights.allow(act);
  }

  /**
   * Who asks, if they may do it with this incident.
   *
   * @throws UnknownIncident if there is none that they may see
   */
  public Caller allow(Permission act, String number) {
    Caller caller = allow(act);
    if (caller.isRequester()
        && incidents.get(numberIn(number)).clientId() != caller.onlyClient().longValue()) {
      trail.note(
          AuditEntry.of(AuditKind.REFUSED, number, "Requested another client's incident"), ONCE);
      throw new UnknownIncident(number);
    }
    return caller;
  }

  /** The number, which may be anything that somebody typed. */
  public static IncidentNumber numberIn(String text) {
    return IncidentNumber.parse(text).orElseThrow(() -> new UnknownIncident(text));
  }
}
