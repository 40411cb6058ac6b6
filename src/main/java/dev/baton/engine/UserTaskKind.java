package dev.baton.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user task is, as its model says by the extension property {@code baton.kind}. */
public enum UserTaskKind {
  /** Somebody works on the incident. */
  WORK,
  /** The incident waits; its clocks may pause. */
  HOLD,
  /** A second person agrees before the flow goes on. */
  APPROVAL,
  /** The requester confirms the resolution. */
  CONFIRMATION,
  /** Work beside the main work, with a team of its own. */
  ASIDE,
  /** Only the form matters. */
  FORM;

  /** The word that a model uses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<UserTaskKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word.strip())).findFirst();
  }

  /** All words, for a message. */
  public static String words() {
    return Arrays.stream(values()).map(UserTaskKind::word).collect(Collectors.joining(", "));
  }
}
