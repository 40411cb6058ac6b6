package dev.baton.staff;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.client.ClientDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers an agent, and ensures that the desk keeps at least one administrator. */
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
   * @throws InvalidInput naming the field that is not accepted
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public AgentView register(AgentView agent, String password) {
    if (clients.requesterWithLogin(agent.login()).isPresent()) {
      throw new InvalidInput("login", LocalizableText.of("refused.staff.requester", agent.login()));
    }
    AgentView registered = staff.register(agent, password);
    if (!staff.hasActive(Role.ADMIN)) {
      throw new InvalidInput("roles", LocalizableText.of("refused.staff.lastAdmin"));
    }
    return registered;
  }
}
