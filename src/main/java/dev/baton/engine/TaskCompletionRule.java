package dev.baton.engine;

import dev.baton.web.text.LocalizableText;
import java.util.Optional;

/**
 * Says who may not complete a user task although they may work on it. A module that knows the
 * people offers it as a bean; it holds for the API, the pages and Tasklist.
 */
public interface TaskCompletionRule {

  /**
   * Asked only for tasks that exclude somebody.
   *
   * @param description whose {@code notBy} says who is excluded
   * @param instanceId of the task's flow
   * @param businessKey of the task's flow; null if it has none
   * @param login of the person who wants to complete it
   * @return the reason why not; empty if the person may
   */
  Optional<LocalizableText> refusal(
      UserTaskDescription description, String instanceId, String businessKey, String login);
}
