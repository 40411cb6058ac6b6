package dev.baton.notification;

/** Groups of recipients that an event can have. */
public enum Audience {
  /** The incident's requester. */
  REQUESTER,
  /** The client's own contact for the service desk. */
  CLIENT_CONTACT,
  /** People who asked to follow the incident or wrote on it. */
  WATCHERS,
  /** The assignee; if there is none, the team members who are on duty. */
  TEAM,
  /** The person the incident was escalated to. */
  LADDER,
  /** The desk's management, as the plan names it, and the stakeholders of a major incident. */
  STAKEHOLDERS;

  /** Whether the recipients belong to the client. Messages to them never contain internal facts. */
  public boolean isOutside() {
    return this == REQUESTER || this == CLIENT_CONTACT || this == WATCHERS;
  }
}
