package dev.baton.incident.process;

import dev.baton.engine.Flows;
import dev.baton.engine.TrustedEngineAccess;
import dev.baton.staff.rota.AbsencePlanned;
import dev.baton.staff.rota.AbsenceWithdrawn;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the flow of an absence with its planning, and tells it of changes, in the transaction that
 * stores them. An absence that has begun already is begun at once; one that is over starts nothing.
 */
@Component
class AbsenceFlows {

  private static final String PROCESS = "absence";

  private final Flows flows;
  private final RuntimeService runtimeService;
  private final TrustedEngineAccess trust;
  private final Clock clock;

  AbsenceFlows(Flows flows, RuntimeService runtimeService, TrustedEngineAccess trust, Clock clock) {
    this.flows = flows;
    this.runtimeService = runtimeService;
    this.trust = trust;
    this.clock = clock;
  }

  @EventListener
  void plan(AbsencePlanned planned) {
    String key = key(planned.absence());
    Map<String, Object> begins =
        Map.of(
            AbsenceVariables.PERSON,
            planned.login(),
            AbsenceVariables.DUE_AT,
            Date.from(planned.from()));
    Optional<String> waiting = waiting(key, "absenceChanged");
    if (waiting.isPresent()) {
      flows.tell(waiting.get(), "absenceChanged", begins);
    } else if (planned.until() == null || planned.until().isAfter(clock.instant())) {
      flows.start("absencePlanned", key, begins);
    }
  }

  @EventListener
  void withdraw(AbsenceWithdrawn withdrawn) {
    waiting(key(withdrawn.absence()), "absenceWithdrawn")
        .ifPresent(instance -> flows.tell(instance, "absenceWithdrawn", Map.of()));
  }

  /** The instance that waits for the absence to begin; one that offers work already does not. */
  private Optional<String> waiting(String key, String message) {
    return trust.trusted(
        () ->
            runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .filter(instance -> flows.listensTo(instance, message))
                .findFirst());
  }

  private static String key(long absence) {
    return PROCESS + "-" + absence;
  }
}
