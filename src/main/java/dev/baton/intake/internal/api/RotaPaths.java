package dev.baton.intake.internal.api;

import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import org.springframework.stereotype.Component;

/** Whom a path of the rota names; {@link UnknownEntry} where there is nobody and nothing. */
@Component
class RotaPaths {

  private final StaffDirectory staff;

  RotaPaths(StaffDirectory staff) {
    this.staff = staff;
  }

  /** The sign-in name as it is kept. */
  String agent(String login) {
    return staff
        .agent(login)
        .map(AgentView::login)
        .orElseThrow(() -> new UnknownEntry("agent", login));
  }

  /** The code of the team as it is kept. */
  String team(String code) {
    return staff.team(code).map(TeamView::code).orElseThrow(() -> new UnknownEntry("team", code));
  }

  void known(String kind, long id, boolean isKnown) {
    if (!isKnown) {
      throw new UnknownEntry(kind, String.valueOf(id));
    }
  }
}
