package dev.baton.staff.web;

import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.NotFound;
import org.springframework.stereotype.Component;

/** Whom a path of the rota names; {@link NotFound} where there is nobody and nothing. */
@Component
class RotaPaths {

  private final StaffDirectory staff;

  RotaPaths(StaffDirectory staff) {
    this.staff = staff;
  }

  /** The sign-in name as it is kept. */
  String agent(String login) {
    return staff.agent(login).map(AgentView::login).orElseThrow(() -> new NotFound("agent", login));
  }

  /** The code of the team as it is kept. */
  String team(String code) {
    return staff.team(code).map(TeamView::code).orElseThrow(() -> new NotFound("team", code));
  }

  void known(String kind, long id, boolean isKnown) {
    if (!isKnown) {
      throw new NotFound(kind, String.valueOf(id));
    }
  }
}
