package dev.baton.flow.trial;

import java.util.List;

/**
 * Why an incident differs between two releases.
 *
 * @param parameters what its sentence names, in order
 */
record TrialCause(TrialCauseKind kind, List<String> parameters) {

  /** In English. */
  String words() {
    return kind.words().formatted(parameters.toArray());
  }
}
