package dev.baton.engine;

import java.util.Set;

/** Variables that only the flow sets, even if the owner of a form made a field of one. */
public final class ReservedVariables {

  private static final Set<String> NAMES = Set.of("incidentNumber", "resolvedBy", "taskKind");

  private ReservedVariables() {}

  public static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
