package dev.baton.escalation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Why somebody higher is told of an incident; escalation-ladder.dmn names them. */
public enum Trigger {
  RESPONSE_AT_RISK("the response is at risk"),
  RESPONSE_BREACHED("the response is overdue"),
  RESOLUTION_AT_RISK("the resolution is at risk"),
  RESOLUTION_BREACHED("the resolution is overdue"),
  UPDATE_MISSED("the client is waiting for an update"),
  COMPLAINT("the requester complained"),
  HELP_ASKED("an agent asked for help"),
  VIP("the requester is a VIP"),
  MAJOR("it is a major incident"),
  PING_PONG("it was reassigned too often"),
  STUCK("the incident is stuck");

  private static final Set<Trigger> OF_CLOCKS =
      EnumSet.of(
          RESPONSE_AT_RISK,
          RESPONSE_BREACHED,
          RESOLUTION_AT_RISK,
          RESOLUTION_BREACHED,
          UPDATE_MISSED);

  private final String words;

  Trigger(String words) {
    this.words = words;
  }

  /**
   * The trigger that a model names.
   *
   * @throws IllegalArgumentException with the words to choose from
   */
  public static Trigger parse(String word) {
    return Arrays.stream(values())
        .filter(trigger -> trigger.name().equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not a trigger; use one of %s."
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")))));
  }

  /** Whether a clock raises it: one that still runs counts, also when the work is done. */
  boolean isOfClocks() {
    return OF_CLOCKS.contains(this);
  }

  /** As it stands in a sentence, after "because". */
  public String words() {
    return words;
  }
}
