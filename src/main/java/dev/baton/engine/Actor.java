package dev.baton.engine;

/**
 * The author of an action and the way in: a person's sign-in name with the way in ("API",
 * "Tasklist", "Cockpit"), or the flow itself.
 */
public record Actor(String name, String origin) {

  /** The flow acting on its own: timers and jobs. */
  public static final Actor FLOW = new Actor("flow", "Flow");

  public boolean isFlow() {
    return equals(FLOW);
  }
}
