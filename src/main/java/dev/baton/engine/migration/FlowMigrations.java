package dev.baton.engine.migration;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.MigrationImpossible;
import dev.baton.engine.TrustedEngineAccess;
import dev.baton.web.text.LocalizableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.camunda.bpm.engine.migration.MigrationPlan;
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
   * Moves these instances, which belong together.
   *
   * @param evaluatesTriggers whether due dates of timers are calculated anew
   * @throws MigrationImpossible if one cannot go on there; the message says why in an owner's
   *     words, and the transaction is to be undone
   * @throws FlowConflict if somebody changed one at the same moment
   */
  public void migrate(List<FlowMove> moves, boolean evaluatesTriggers) {
    TrustedEngineAccess.withoutPerson(
        identityService,
        () -> {
          try {
            together(
                moves.stream().filter(move -> !move.startsAgain()).toList(), evaluatesTriggers);
            moves.stream()
                .filter(FlowMove::startsAgain)
                .forEach(move -> alone(move, evaluatesTriggers));
          } catch (MigratingProcessInstanceValidationException invalid) {
            throw new MigrationImpossible(reason(moves, invalid.getValidationReport()), invalid);
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

  /** In one command, which sends what it changes at its end. */
  private void together(List<FlowMove> moves, boolean evaluatesTriggers) {
    Map<MigrationPlan, List<String>> instances = new LinkedHashMap<>();
    moves.forEach(
        move ->
            instances
                .computeIfAbsent(plan(move, evaluatesTriggers), plan -> new ArrayList<>())
                .add(move.instance().id()));
    trust.trusted(
        () -> {
          instances.forEach(
              (plan, ids) -> runtimeService.newMigration(plan).processInstanceIds(ids).execute());
          moves.forEach(move -> tasks.describeAnew(move.instance().id()));
          return null;
        });
    moves.forEach(this::tellListeners);
  }

  /** In several commands, since the engine has to read in between what it has changed. */
  private void alone(FlowMove move, boolean evaluatesTriggers) {
    List<StepRestarts.Parked> parked = restarts.park(move.instance(), move.to(), move.targets());
    MigrationPlan plan = plan(move, evaluatesTriggers);
    trust.trusted(
        () -> {
          runtimeService.newMigration(plan).processInstanceIds(move.instance().id()).execute();
          return null;
        });
    restarts.restart(move.instance(), move.to(), parked);
    tasks.describeAnew(move.instance().id());
    tellListeners(move);
  }

  private void tellListeners(FlowMove move) {
    listeners.forEach(listener -> listener.moved(move.instance(), definitions.get(move.to())));
  }

  private MigrationPlan plan(FlowMove move, boolean evaluatesTriggers) {
    return mappings.plan(
        move.instance().definitionId(), move.to(), move.targets(), evaluatesTriggers);
  }

  private String reason(List<FlowMove> moves, MigratingProcessInstanceValidationReport report) {
    String from =
        moves.stream()
            .map(FlowMove::instance)
            .filter(instance -> instance.id().equals(report.getProcessInstanceId()))
            .map(FlowInstance::definitionId)
            .findFirst()
            .orElseThrow();
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
    return new FlowConflict(LocalizableText.of("refused.conflict.flow"), cause);
  }
}
