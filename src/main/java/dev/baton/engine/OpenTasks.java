package dev.baton.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a flow asks people now, with the forms that its tasks name. */
public interface OpenTasks {

  /**
   * The open user tasks of a flow, and of the flows that it calls with its business key; oldest
   * first.
   */
  List<OpenTask> of(String businessKey, String instanceId);

  /** The open user tasks of all flows with this business key; oldest first. */
  List<OpenTask> of(String businessKey);

  /**
   * The schema of the Camunda Form that the task names, from the task's own deployment, as JSON;
   * empty for a task without one.
   */
  Optional<String> form(OpenTask task);

  /** The scalars that the task sees, which its form may show. */
  Map<String, Object> variables(OpenTask task);
}
