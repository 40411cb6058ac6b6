package dev.baton.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds and registers agents and teams, and mirrors them into the engine's users and groups. */
@Service
public class StaffDirectory {

  public Optional<AgentView> agent(String login) {
    throw new UnsupportedOperationException();
  }

  /** All agents by name. */
  public List<AgentView> agents() {
    throw new UnsupportedOperationException();
  }

  /**
   * The team with this code or name, in any case. Answered from memory: called for every incident.
   */
  public Optional<TeamView> team(String codeOrName) {
    throw new UnsupportedOperationException();
  }

  /** All teams by name. */
  public List<TeamView> teams() {
    throw new UnsupportedOperationException();
  }

  /** Registers a team, or renames it; creates the engine's group. */
  public TeamView register(TeamView team) {
    throw new UnsupportedOperationException();
  }

  /**
   * Registers an agent, or brings the one with the same login up to date; creates or updates the
   * engine's user and memberships. A null password leaves the sign-in as it is (none for a new
   * one).
   */
  public AgentView register(AgentView agent, String password) {
    throw new UnsupportedOperationException();
  }
}
