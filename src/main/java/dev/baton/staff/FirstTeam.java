package dev.baton.staff;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the team to which the shipped routing table sends every report, if the desk has no team:
 * an incident always has somewhere to go.
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
