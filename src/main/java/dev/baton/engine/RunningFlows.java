package dev.baton.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the engine knows of a flow right now, for comparison with Baton's data. */
@Component
public class RunningFlows {

  private final EngineQueries views;

  RunningFlows(EngineQueries views) {
    this.views = views;
  }

  /** A running instance; the key is null where it was started by hand without one. */
  public record Instance(String id, String businessKey) {}

  /** An open user task of a running instance. */
  public record OpenTask(String id, String name, String businessKey) {}

  public List<Instance> instancesOf(String processKey) {
    return views.running(processKey);
  }

  /** Returns which of these instances are running. */
  public Set<String> running(Collection<String> instances) {
    return views.running(instances);
  }

  public List<OpenTask> tasksOf(String processKey) {
    return views.openTasks(processKey);
  }

  /** Same as above, in the instances with this business key. */
  public List<OpenTask> tasksOf(String processKey, String businessKey) {
    return views.openTasks(processKey, businessKey);
  }
}
