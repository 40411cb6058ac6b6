package dev.baton.staff;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Founds the team that the routing table as delivered sends every report to, when the desk has no
 * team at all: an incident always has somewhere to go.
 */
@Component
@Order(30)
class FirstTeam implements DeskPreparation {

  private static final TeamView SERVICE_DESK = new TeamView("service-desk", "Service desk");

  private final StaffDirectory staff;

  FirstTeam(StaffDirectory staff) {
    this.staff = staff;
  }

  @Override
  public void prepare() {
    if (staff.teams().isEmpty()) {
      staff.register(SERVICE_DESK);
    }
  }
}
