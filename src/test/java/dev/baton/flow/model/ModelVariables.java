package dev.baton.flow.model;

import java.util.Set;

/** The variables that models, decisions and forms may speak of. */
final class ModelVariables {

  /** Routing hints that the engine keeps with the instance. */
  static final Set<String> KEPT =
      Set.of(
          "incidentNumber",
          "priority",
          "tier",
          "team",
          "outcome",
          "holdReason",
          "dueAt",
          "atSecondLine",
          "client",
          "subject");

  /** What a delegate or listener lends to one step, or one decision to the next. */
  static final Set<String> LENT =
      Set.of(
          "isAwaited",
          "line",
          "requestedTeam",
          "category",
          "impact",
          "urgency",
          "vip",
          "matrixPriority");

  /** What people type into forms; read and removed by the step that follows. */
  static final Set<String> TYPED =
      Set.of(
          "note",
          "resolutionCode",
          "holdUntil",
          "duplicateOf",
          "toTeam",
          "impact",
          "urgency",
          "kind",
          "client",
          "requesterName",
          "requesterEmail",
          "requesterPhone",
          "channel",
          "subject",
          "description",
          "category",
          "service");

  private ModelVariables() {}
}
