package dev.baton.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the instances of a flow are, and how long they stayed: at steps that wait for a person, and
 * before steps that wait for the executor. Other steps take no time.
 */
@Component
@Transactional(readOnly = true)
public class FlowFigures {

  private static final int AT_ONCE = 1_000;

  private final EngineQueries views;
  private final RepositoryService repositoryService;
  private final TrustedEngineAccess trust;

  FlowFigures(EngineQueries views, RepositoryService repositoryService, TrustedEngineAccess trust) {
    this.views = views;
    this.repositoryService = repositoryService;
    this.trust = trust;
  }

  /** The newest version of a flow; the steps are those at which people are waited for, by id. */
  public record Model(
      String definitionId, String name, int version, String tag, List<String> steps) {}

  /**
   * How long one instance stayed at a step.
   *
   * @param businessKey of the instance; null where it was not asked for
   */
  public record Stay(String businessKey, Duration time) {}

  /**
   * @throws IllegalArgumentException when there is no such flow
   */
  public Model model(String processKey) {
    return trust.trusted(
        () -> {
          ProcessDefinition newest =
              repositoryService
                  .createProcessDefinitionQuery()
                  .processDefinitionKey(processKey)
                  .latestVersion()
                  .singleResult();
          if (newest == null) {
            throw new IllegalArgumentException("There is no flow " + processKey + ".");
          }
          List<String> steps =
              repositoryService
                  .getBpmnModelInstance(newest.getId())
                  .getModelElementsByType(UserTask.class)
                  .stream()
                  .map(UserTask::getId)
                  .toList();
          return new Model(
              newest.getId(), newest.getName(), newest.getVersion(), newest.getVersionTag(), steps);
        });
  }

  /** Returns how many wait at each step now, by step id. */
  public Map<String, Long> waiting(String processKey) {
    Map<String, Long> all = new HashMap<>(views.tasksByStep(processKey));
    views.jobsByStep(processKey).forEach((step, count) -> all.merge(step, count, Long::sum));
    return all;
  }

  /** Same as above, for these instances only. */
  public Map<String, Long> waiting(Collection<String> instanceIds) {
    Map<String, Long> all = new HashMap<>();
    List<String> ids = List.copyOf(instanceIds);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      views.tasksByStep(some).forEach((step, count) -> all.merge(step, count, Long::sum));
      views.jobsByStep(some).forEach((step, count) -> all.merge(step, count, Long::sum));
    }
    return all;
  }

  /** Returns the newest stays at a step that ended since then, up to a limit. */
  public List<Stay> stays(String processKey, String step, Instant since, int most) {
    return views.stays(processKey, step, since, most);
  }

  /** Same as above, with their business keys. */
  public List<Stay> staysWithKeys(String processKey, String step, Instant since, int most) {
    return views.staysWithKeys(processKey, step, since, most);
  }
}
