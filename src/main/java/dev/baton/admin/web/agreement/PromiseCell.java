package dev.baton.admin.web.agreement;

import dev.baton.incident.Priority;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import java.util.Set;

/** The target of one priority and kind, as the table of an agreement shows it. */
record PromiseCell(Priority priority, ObligationKind kind) {

  /** What the names of its fields begin with. */
  String field() {
    return priority.name() + "." + kind.name();
  }

  boolean isOf(Promise promise) {
    return promise.obligation() == kind && promise.appliesTo(priority);
  }

  /** The promise as it is for these priorities. */
  static Promise of(Promise promise, Set<Priority> priorities) {
    return new Promise(
        promise.obligation(),
        priorities,
        promise.target(),
        promise.calendar(),
        promise.starts(),
        promise.stops(),
        promise.pausedBy(),
        promise.atRisk(),
        promise.afterBreach());
  }
}
