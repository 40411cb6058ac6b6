package dev.baton.incident;

import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the team or the person somebody typed, and says which there are if there is none. */
@Component
class TeamLookup {

  private final StaffDirectory staff;

  TeamLookup(StaffDirectory staff) {
    this.staff = staff;
  }

  TeamView team(String field, String asked) {
    return staff
        .team(asked)
        .orElseThrow(
            () -> new InvalidInput(field, LocalizableText.of("refused.team", asked, known())));
  }

  AgentView agent(String field, String login) {
    return staff
        .agent(login)
        .filter(AgentView::active)
        .orElseThrow(() -> new InvalidInput(field, LocalizableText.of("refused.agent", login)));
  }

  private String known() {
    return staff.teams().stream().limit(20).map(TeamView::code).collect(Collectors.joining(", "));
  }
}
