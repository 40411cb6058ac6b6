package dev.baton.engine.migration;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.MigrationImpossible;
import dev.baton.engine.TrustedEngineAccess;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Moves instances to another version, in the caller's transaction and for nobody. The tasks that
 * are open say afterwards what the other version says of them. Nothing else happens, unless a step
 * is to be started again.
 */
@Component
public class FlowMigrations {

  private final RuntimeService runtimeService;
  private final IdentityService identityService;
  private final TrustedEngineAccess trust;
  private final StepMappings mappings;
  private final StepRestarts restarts;
  private final MigratedTasks tasks;
  private final FlowDefinitions definitions;
  private final ObjectProvider<FlowMigrationListener> listeners;

  FlowMigrations(
      RuntimeService runtimeService,
      IdentityService identityService,
      TrustedEngineAccess trust,
      StepMappings mappings,
      StepRestarts restarts,
      MigratedTasks tasks,
      FlowDefinitions definitions,
      ObjectProvider<FlowMigrationListener> listeners) {
    this.runtimeService = runtimeService;
    this.identityService = identityService;
    this.trust = trust;
    this.mappings = mappings;
    this.restarts = restarts;
    this.tasks = tasks;
    this.definitions = definitions;
    this.listeners = listeners;
  }

  /**
   * Moves one instance; those that it has called are moved by themselves.
   *
   * @param targets where it goes on, by the steps without a counterpart
   * @param evaluatesTriggers whether due dates of timers are calculated anew
   * @throws MigrationImpossible if it cannot go on there; the message says why in an owner's words,
   *     and the transaction is to be undone
   * @throws FlowConflict if somebody changed it at the same moment
   */
  public void migrate(
      FlowInstance instance,
      String to,
      Map<String, StepTarget> targets,
      boolean evaluatesTriggers) {
    TrustedEngineAccess.withoutPerson(
        identityService,
        () -> {
          try {
            move(instance, to, targets, evaluatesTriggers);
          } catch (MigratingProcessInstanceValidationException invalid) {
            throw new MigrationImpossible(
                reason(instance.definitionId(), invalid.getValidationReport()), invalid);
          } catch (OptimisticLockingException | ConcurrencyFailureException e) {
            throw conflict(e);
          } catch (BadUserRequestException gone) {
            throw new MigrationImpossible(gone.getMessage(), gone);
          } catch (ProcessEngineException e) {
            throw isConflict(e) ? conflict(e) : e;
          }
          return null;
        });
  }

  private void move(
      FlowInstance instance,
      String to,
      Map<String, StepTarget> targets,
      boolean evaluatesTriggers) {
    String from = instance.definitionId();
    List<StepRestarts.Parked> parked = restarts.park(instance, to, targets);
    var plan = mappings.plan(from, to, targets, evaluatesTriggers);
    trust.trusted(
        () -> {
          runtimeService.newMigration(plan).processInstanceIds(instance.id()).execute();
          return null;
        });
    restarts.restart(instance, to, parked);
    tasks.describeAnew(instance.id());
    listeners.forEach(listener -> listener.moved(instance, definitions.get(to)));
  }

  private String reason(String from, MigratingProcessInstanceValidationReport report) {
    return Stream.concat(
            report.getActivityInstanceReports().stream()
                .map(
                    each -> reason(from, each.getSourceScopeId(), List.copyOf(each.getFailures()))),
            report.getTransitionInstanceReports().stream()
                .map(
                    each -> reason(from, each.getSourceScopeId(), List.copyOf(each.getFailures()))))
        .distinct()
        .collect(Collectors.joining(" "))
        .concat(String.join(" ", report.getFailures()));
  }

  private String reason(String from, String step, List<String> failures) {
    String label = definitions.label(from, step);
    boolean isGone = failures.stream().anyMatch(text -> text.startsWith("There is no migration"));
    return isGone
        ? "It waits at '%s', which has no counterpart.".formatted(label)
        : "It waits at '%s', where it cannot go on: %s."
            .formatted(label, String.join("; ", failures));
  }

  private static boolean isConflict(ProcessEngineException e) {
    return e.getCode() == BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode()
        || e.getCode() == BuiltinExceptionCode.DEADLOCK.getCode();
  }

  private static FlowConflict conflict(RuntimeException cause) {
    return new FlowConflict("Somebody else changed it at the same moment.", cause);
  }
}
