package dev.baton.engine;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a user task says of itself in its model, by extension properties.
 *
 * @param kind from {@code baton.kind}; FORM where the model says nothing
 * @param offers what may be done on it, from {@code baton.offers}, such as {@code resolve}
 * @param line from {@code baton.line}, such as {@code SECOND}; null for none
 * @param team code of the team that it is offered to, from {@code baton.team}; null for the team of
 *     the incident
 * @param holdReason what a hold waits for, from {@code baton.holdReason}, such as {@code CHANGE};
 *     null where a step before says it
 * @param notBy who is excluded from completing it, from {@code baton.notBy}, such as {@code
 *     resolver}; null for nobody
 * @param names what it is called in other languages than the model's, by language, from {@code
 *     baton.name.de}
 */
public record UserTaskDescription(
    UserTaskKind kind,
    Set<String> offers,
    String line,
    String team,
    String holdReason,
    String notBy,
    Map<String, String> names) {

  public static final String KIND = "baton.kind";
  public static final String OFFERS = "baton.offers";
  public static final String LINE = "baton.line";
  public static final String TEAM = "baton.team";
  public static final String HOLD_REASON = "baton.holdReason";
  public static final String NOT_BY = "baton.notBy";

  /** The names of all properties, apart from those that translate its name. */
  public static final List<String> PROPERTIES =
      List.of(KIND, OFFERS, LINE, TEAM, HOLD_REASON, NOT_BY);

  /** Of a task whose model says nothing. */
  public static final UserTaskDescription NONE =
      new UserTaskDescription(UserTaskKind.FORM, Set.of(), null, null, null, null, Map.of());

  public boolean is(UserTaskKind wanted) {
    return kind == wanted;
  }

  /**
   * Whether the assignee and the team of the incident are also those of the task. An approval is
   * somebody else's, work aside has people of its own.
   */
  public boolean followsIncident() {
    return team == null && kind != UserTaskKind.APPROVAL && kind != UserTaskKind.ASIDE;
  }

  public boolean offers(String act) {
    return offers.contains(act);
  }

  /**
   * Reads the properties.
   *
   * @throws IllegalArgumentException if the kind is unknown; the message lists what is possible
   */
  public static UserTaskDescription of(Map<String, String> properties) {
    String kind = properties.get(KIND);
    return new UserTaskDescription(
        kind == null
            ? UserTaskKind.FORM
            : UserTaskKind.of(kind)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "'%s' is not a kind of user task; use one of %s"
                                .formatted(kind, UserTaskKind.words()))),
        words(properties.get(OFFERS)),
        text(properties.get(LINE)),
        text(properties.get(TEAM)),
        text(properties.get(HOLD_REASON)),
        text(properties.get(NOT_BY)),
        Translation.names(properties));
  }

  /** The words of a list such as {@code resolve, hold}. */
  public static Set<String> words(String list) {
    return list == null
        ? Set.of()
        : Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
