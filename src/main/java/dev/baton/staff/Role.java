package dev.baton.staff;

import dev.baton.access.Permission;
import dev.baton.access.RolePermissions;
import java.util.Arrays;
import java.util.Optional;

/** The chain of command, and the roles beside it; each is a group of the engine. */
public enum Role {
  AGENT("agent", "Agent"),
  SENIOR_AGENT("senior-agent", "Senior agent"),
  TEAM_LEAD("team-lead", "Team lead"),
  SERVICE_DESK_MANAGER("service-desk-manager", "Service desk manager"),
  DIRECTOR_OF_OPERATIONS("director-of-operations", "Director of operations"),
  CLIENT_RELATIONSHIP_MANAGER("client-relationship-manager", "Client relationship manager"),
  QA_SPECIALIST("qa-specialist", "QA specialist"),
  TRAINER("trainer", "Trainer"),
  PROCESS_OWNER("process-owner", "Process owner"),
  ADMIN("admin", "Administrator");

  private final String group;
  private final String title;

  Role(String group, String title) {
    this.group = group;
    this.title = title;
  }

  /** The id of the engine's group, such as {@code senior-agent}. */
  public String group() {
    return group;
  }

  public String title() {
    return title;
  }

  /** As it stands in a sentence: "senior agent", "QA specialist". */
  public String words() {
    boolean isAbbreviated = Character.isUpperCase(title.charAt(1));
    return isAbbreviated ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }

  /** Whether escalations may go to somebody with this role. */
  public boolean answersEscalations() {
    return RolePermissions.of(group).contains(Permission.ANSWER_ESCALATIONS);
  }

  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
  }
}
