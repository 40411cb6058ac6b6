package dev.baton.incident.assignment;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a person of the team is found, as assignment.dmn says it.
 *
 * @param skill what {@link AssignmentMethod#SKILLS_FIRST} looks for, in lower case; null: the
 *     category
 */
public record AssignmentPolicy(AssignmentMethod kind, String skill) {

  /** What the table may answer. */
  public enum AssignmentMethod {
    /** Agents take work from the queue themselves. */
    PULL("pull"),
    /** The agent who has waited longest for a turn. */
    ROUND_ROBIN("round robin"),
    /** The agent with the fewest open incidents. */
    LEAST_LOADED("least loaded"),
    /** The agent with the skill, else with the client's language, else the least loaded. */
    SKILLS_FIRST("skills first");

    private final String words;

    AssignmentMethod(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * Reads a policy, such as {@code LEAST_LOADED} or {@code SKILLS_FIRST cisco}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static AssignmentPolicy parse(String text) {
    String[] words = text.strip().split("\\s+", 2);
    return Arrays.stream(AssignmentMethod.values())
        .filter(kind -> kind.name().equalsIgnoreCase(words[0]))
        .filter(kind -> words.length == 1 || kind == AssignmentMethod.SKILLS_FIRST)
        .findFirst()
        .map(kind -> new AssignmentPolicy(kind, words.length == 1 ? null : lower(words[1])))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not a policy; use PULL, ROUND_ROBIN, LEAST_LOADED, SKILLS_FIRST or"
                            .formatted(text)
                        + " SKILLS_FIRST followed by a skill."));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
