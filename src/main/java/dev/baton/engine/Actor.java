package dev.baton.engine;

/**
 * Who does something, and from where: a person's sign-in name with the way in ("API", "Tasklist",
 * "Cockpit"), or the flow itself when nobody asked.
 */
public record Actor(String name, String origin) {

  /** The flow acting on its own: timers and jobs. */
  public static final Actor FLOW = new Actor("flow", "Flow");

  public boolean isFlow() {
    return equals(FLOW);
  }
}
