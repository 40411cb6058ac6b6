package dev.baton.incident.process;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.TrustedEngineAccess;
import dev.baton.incident.IncidentFacts;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.edit.IncidentEdited;
import dev.baton.web.text.LocalizableText;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows the new subject and requester on the cards of Tasklist. */
@Component
class ShowEdits {

  private final RuntimeService runtimeService;
  private final IncidentLifecycle lifecycle;
  private final UpdateOpenTasks openTasks;
  private final TrustedEngineAccess trust;

  ShowEdits(
      RuntimeService runtimeService,
      IncidentLifecycle lifecycle,
      UpdateOpenTasks openTasks,
      TrustedEngineAccess trust) {
    this.runtimeService = runtimeService;
    this.lifecycle = lifecycle;
    this.openTasks = openTasks;
    this.trust = trust;
  }

  @EventListener
  void on(IncidentEdited edited) {
    if (edited.flowInstance() != null) {
      trust.trusted(
          () -> {
            show(edited.flowInstance(), lifecycle.facts(edited.number()));
            return null;
          });
    }
  }

  private void show(String instance, IncidentFacts facts) {
    if (runtimeService.createProcessInstanceQuery().processInstanceId(instance).count() == 0) {
      return; // its flow has ended
    }
    try {
      runtimeService.setVariable(
          instance, IncidentVariables.SUBJECT, StoredVariables.shortened(facts.subject()));
      openTasks.describe(instance, facts);
    } catch (OptimisticLockingException e) {
      throw new FlowConflict(LocalizableText.of("refused.conflict"), e);
    }
  }
}
