package dev.baton.desk.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.search.IncidentAccessLog;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.PageLocale;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Controls access to the pages. A client's people only see their own client's incidents; for them,
 * other clients' incidents do not exist.
 */
@Component
public class PageAccess {

  private final AccessControl rights;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final IncidentAccessLog seen;

  PageAccess(
      AccessControl rights,
      IncidentSearch incidents,
      ClientDirectory clients,
      StaffDirectory staff,
      IncidentAccessLog seen) {
    this.seen = seen;
    this.rights = rights;
    this.incidents = incidents;
    this.clients = clients;
    this.staff = staff;
  }

  /**
   * Returns the visitor if they have the permission.
   *
   * @throws dev.baton.access.PermissionDenied otherwise
   */
  public Visitor visitor(Permission act) {
    Caller caller = rights.allow(act);
    return new Visitor(caller, locale(), zone(caller));
  }

  /** Returns whether the visitor has the permission, for at least one client. */
  public boolean may(Permission act) {
    return rights.may(act);
  }

  /**
   * Returns the incident.
   *
   * @throws UnknownIncident if it does not exist or they may not see it
   */
  public IncidentView incident(Visitor visitor, String number) {
    IncidentNumber known =
        IncidentNumber.parse(number).orElseThrow(() -> new UnknownIncident(number));
    IncidentView incident = incidents.get(known);
    Long only = visitor.caller().onlyClient();
    if (only != null && incident.clientId() != only) {
      throw new UnknownIncident(number);
    }
    seen.seen(known);
    return incident;
  }

  /** The pages speak English and German. */
  public static Locale locale() {
    return PageLocale.current();
  }

  private ZoneId zone(Caller caller) {
    return caller
        .requester()
        .map(requester -> clients.client(requester.clientId()).zone())
        .orElseGet(() -> staff.agent(caller.login()).map(AgentView::zone).orElse(ZoneOffset.UTC));
  }
}
