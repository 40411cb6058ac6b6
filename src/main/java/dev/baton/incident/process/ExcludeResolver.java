package dev.baton.incident.process;

import dev.baton.engine.TaskCompletionRule;
import dev.baton.engine.UserTaskDescription;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.incident.Status;
import dev.baton.web.text.LocalizableText;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Four eyes: a task with {@code baton.notBy} = {@code resolver} is not completed by the person who
 * resolved the incident, whether that is recorded already or waits for this very task.
 */
@Component
class ExcludeResolver implements TaskCompletionRule {

  static final String RESOLVER = "resolver";

  private final RuntimeService runtimeService;
  private final Incidents incidents;
  private final Journal journal;

  ExcludeResolver(RuntimeService runtimeService, Incidents incidents, Journal journal) {
    this.runtimeService = runtimeService;
    this.incidents = incidents;
    this.journal = journal;
  }

  @Override
  public Optional<LocalizableText> refusal(
      UserTaskDescription description, String instanceId, String businessKey, String login) {
    if (!RESOLVER.equals(description.notBy()) || businessKey == null) {
      return Optional.empty();
    }
    boolean resolved =
        Objects.equals(runtimeService.getVariable(instanceId, IncidentVariables.RESOLVED_BY), login)
            || IncidentNumber.parse(businessKey).filter(it -> resolved(it, login)).isPresent();
    return resolved
        ? Optional.of(LocalizableText.of("refused.task.fourEyes", businessKey))
        : Optional.empty();
  }

  private boolean resolved(IncidentNumber number, String login) {
    Optional<Incident> incident = incidents.find(number.value());
    return incident.filter(it -> it.status() == Status.RESOLVED).isPresent()
        && journal
            .lastActor(incident.get(), JournalKind.RESOLVED)
            .filter(login::equals)
            .isPresent();
  }
}
