package dev.baton.desk.template;

/** Who uses a reply template or a macro. */
public enum TemplateScope {
  /** Its owner alone. */
  PERSON,
  /** The members of a team. */
  TEAM,
  /** Everybody, on incidents of one client. */
  CLIENT,
  /** Everybody. */
  DESK
}
