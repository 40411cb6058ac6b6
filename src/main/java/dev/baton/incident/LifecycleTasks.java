package dev.baton.incident;

import dev.baton.engine.OfferedTask;

/** The user tasks of the incident's flow, by their ids in the model. */
final class LifecycleTasks {

  private LifecycleTasks() {}

  static boolean isFirstLine(OfferedTask task) {
    return task.step().equals("resolveAtFirstLine");
  }

  static boolean isWork(OfferedTask task) {
    return isFirstLine(task) || task.step().equals("resolveAtSecondLine");
  }

  static boolean isHold(OfferedTask task) {
    return task.step().equals("waitOnHold");
  }
}
