package dev.baton.notification;

/** Who can hear of an event. */
public enum Audience {
  /** The incident's requester. */
  REQUESTER,
  /** The client's own contact for the service desk. */
  CLIENT_CONTACT,
  /** People who asked to follow the incident, or wrote on it. */
  WATCHERS,
  /** The assignee; without one, those of the team who are on duty. */
  TEAM,
  /** Whom the ladder told. */
  LADDER,
  /** The desk's own chain of command, as the plan names it. */
  STAKEHOLDERS;

  /** Whether they belong to the client: such a message never holds internal facts. */
  public boolean isOutside() {
    return this == REQUESTER || this == CLIENT_CONTACT || this == WATCHERS;
  }
}
