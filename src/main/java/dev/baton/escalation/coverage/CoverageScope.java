package dev.baton.escalation.coverage;

import java.util.Optional;

/** The scope of one check: a team, the rungs without a team, or everything. */
public record CoverageScope(String key) {

  // No team's code has brackets.
  public static final CoverageScope DESK = new CoverageScope("(desk)");
  public static final CoverageScope ALL = new CoverageScope("(all)");

  /** The team, or the desk without one. */
  public static CoverageScope of(String team) {
    return team == null ? DESK : new CoverageScope(team);
  }

  /** Code of the team, if it is one. */
  public Optional<String> team() {
    return equals(DESK) || equals(ALL) ? Optional.empty() : Optional.of(key);
  }

  /** Whether a flow with this business key is about it. */
  public boolean isCalled(String businessKey) {
    return key.equals(businessKey) || name().equals(businessKey);
  }

  /** As people call it: the code of the team, or desk. */
  String name() {
    return key.replaceAll("[()]", "");
  }
}
