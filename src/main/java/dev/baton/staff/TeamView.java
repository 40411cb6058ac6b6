package dev.baton.staff;

/**
 * A team; its code, such as {@code network}, stands in incidents and in routing.dmn.
 *
 * @param hours name of a published calendar, or null
 */
public record TeamView(String code, String name, String hours) {

  /** A team that keeps no hours of its own. */
  public TeamView(String code, String name) {
    this(code, name, null);
  }

  /** The id of the engine's group for the team, such as {@code team-network}. */
  public String group() {
    return groupOf(code);
  }

  public static String groupOf(String teamCode) {
    return "team-" + teamCode;
  }
}
