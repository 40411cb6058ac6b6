package dev.baton.desk.template;

import dev.baton.access.AccessControl;
import dev.baton.access.Permission;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Says whose reply templates and macros the caller keeps: everybody their own, team leads those of
 * their teams, and who may change message templates all.
 */
@Component
public class TemplateKeepers {

  private final AccessControl rights;
  private final StaffDirectory staff;

  TemplateKeepers(AccessControl rights, StaffDirectory staff) {
    this.rights = rights;
    this.staff = staff;
  }

  /**
   * @param login the caller's
   */
  public TemplateKeeper of(String login) {
    Optional<AgentView> agent = staff.agent(login);
    Set<String> teams = agent.map(AgentView::teams).orElse(Set.of());
    boolean leads = agent.filter(one -> one.roles().contains(Role.TEAM_LEAD)).isPresent();
    return new TemplateKeeper(
        login, teams, leads ? teams : Set.of(), rights.may(Permission.KEEP_WORDS));
  }
}
