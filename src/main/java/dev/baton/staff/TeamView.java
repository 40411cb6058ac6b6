package dev.baton.staff;

/** A team; its code, such as {@code network}, stands in incidents and in routing.dmn. */
public record TeamView(String code, String name) {

  /** The id of the engine's group for the team, such as {@code team-network}. */
  public String group() {
    return groupOf(code);
  }

  public static String groupOf(String teamCode) {
    return "team-" + teamCode;
  }
}
