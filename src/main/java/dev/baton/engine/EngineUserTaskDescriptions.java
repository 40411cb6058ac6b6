package dev.baton.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.ReadOnlyProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Finds the descriptions that the parser left with the definitions, and remembers them: a
 * definition never changes, and the engine reads its row each time that it is asked for.
 */
@Component
class EngineUserTaskDescriptions implements UserTaskDescriptions {

  private final RepositoryService repository;
  private final TrustedEngineAccess trust;
  private final Map<String, UserTaskDescription> known = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> flowNames = new ConcurrentHashMap<>();
  private final Map<String, Boolean> asking = new ConcurrentHashMap<>();

  EngineUserTaskDescriptions(RepositoryService repository, TrustedEngineAccess trust) {
    this.repository = repository;
    this.trust = trust;
  }

  @Override
  public UserTaskDescription of(Task task) {
    return of(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
  }

  @Override
  public UserTaskDescription of(DelegateTask task) {
    return of(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
  }

  private UserTaskDescription of(String definitionId, String step) {
    if (definitionId == null) {
      return UserTaskDescription.NONE; // a task that no flow offers
    }
    return known.computeIfAbsent(definitionId + " " + step, task -> described(definitionId, step));
  }

  private UserTaskDescription described(String definitionId, String step) {
    PvmActivity activity = definition(definitionId).findActivity(step);
    return activity == null
        ? UserTaskDescription.NONE
        : (UserTaskDescription) activity.getProperty(UserTaskParseListener.DESCRIPTION);
  }

  @Override
  public Optional<String> name(String definitionId, String step, Locale reader) {
    Map<String, String> names =
        step == null
            ? flowNames.computeIfAbsent(definitionId, this::namesOfFlow)
            : of(definitionId, step).names();
    return Optional.ofNullable(names.get(reader.getLanguage()));
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> namesOfFlow(String definitionId) {
    Object names = definition(definitionId).getProperty(UserTaskParseListener.NAMES);
    return names == null ? Map.of() : (Map<String, String>) names;
  }

  @Override
  public boolean isApprovalAsked(DelegateTask task) {
    return asking.computeIfAbsent(
        task.getProcessDefinitionId(),
        id ->
            Boolean.TRUE.equals(
                definition(id).getProperty(UserTaskParseListener.ASKS_FOR_APPROVAL)));
  }

  private ReadOnlyProcessDefinition definition(String id) {
    return trust.trusted(
        () -> ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(id));
  }
}
