package dev.baton.engine;

/**
 * Takes what people write on a task with "Add comment" in Tasklist or by the engine's REST API. The
 * engine keeps nothing of it: nobody would read it there.
 */
public interface TaskComments {

  /**
   * @param businessKey of the task's flow; null if it has none
   * @return whether the text was taken
   */
  boolean take(String businessKey, String text);
}
