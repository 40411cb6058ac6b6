package dev.baton.intake;

import dev.baton.access.Act;
import dev.baton.access.Needs;
import dev.baton.client.ClientDirectory;
import dev.baton.client.InvalidField;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers an agent, and keeps the desk from losing its last administrator. */
@Service
public class RegisterAgent {

  private final StaffDirectory staff;
  private final ClientDirectory clients;

  RegisterAgent(StaffDirectory staff, ClientDirectory clients) {
    this.staff = staff;
    this.clients = clients;
  }

  /**
   * Registers the agent, or brings the one with the same sign-in name up to date; a null password
   * leaves the one that there is.
   *
   * @throws InvalidField naming the field that is not accepted
   */
  @Transactional
  @Needs(Act.ADMINISTER)
  public AgentView register(AgentView agent, String password) {
    if (clients.requesterWithLogin(agent.login()).isPresent()) {
      throw new InvalidField(
          "login", "The sign-in name '%s' belongs to a requester.".formatted(agent.login()));
    }
    AgentView registered = staff.register(agent, password);
    if (!staff.hasActive(Role.ADMIN)) {
      throw new InvalidField(
          "roles", "An active administrator must remain; give somebody else the role first.");
    }
    return registered;
  }
}
