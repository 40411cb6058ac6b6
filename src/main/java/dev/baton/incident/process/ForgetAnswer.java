package dev.baton.incident.process;

import dev.baton.engine.TrustedEngineAccess;
import dev.baton.incident.IncidentEvent;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody answered the client: what the client wrote waits for nobody any more. */
@Component
class ForgetAnswer {

  private static final String FLOW = "incident-lifecycle";

  private final RuntimeService runtimeService;
  private final TrustedEngineAccess trust;

  ForgetAnswer(RuntimeService runtimeService, TrustedEngineAccess trust) {
    this.runtimeService = runtimeService;
    this.trust = trust;
  }

  @EventListener
  void on(IncidentEvent event) {
    if (event.kind() != IncidentEvent.IncidentEventKind.ANSWERED) {
      return;
    }
    trust.trusted(
        () -> {
          runtimeService
              .createProcessInstanceQuery()
              .processDefinitionKey(FLOW)
              .processInstanceBusinessKey(event.number().value())
              .variableValueEquals(IncidentVariables.ANSWERED, true)
              .list()
              .forEach(
                  flow -> runtimeService.removeVariable(flow.getId(), IncidentVariables.ANSWERED));
          return null;
        });
  }
}
