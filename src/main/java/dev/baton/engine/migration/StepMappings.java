package dev.baton.engine.migration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.MigrationImpossible;
import dev.baton.engine.TrustedEngineAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which step of one version is which of another: those with the same id, and what an owner says of
 * the others. What hangs on a step that has another id, such as its timer, goes along with it: left
 * to the engine it would be dropped and made anew.
 */
@Component
public class StepMappings {

  private final RuntimeService runtimeService;
  private final IdentityService identityService;
  private final TrustedEngineAccess trust;
  private final CompanionSteps companions;
  private final FlowDefinitions definitions;

  /** What does not fit is found by trying, and would undo the transaction at hand. */
  private final TransactionTemplate apart;

  private final Cache<Request, MigrationPlan> plans =
      Caffeine.newBuilder().maximumSize(200).build();

  StepMappings(
      RuntimeService runtimeService,
      IdentityService identityService,
      TrustedEngineAccess trust,
      CompanionSteps companions,
      FlowDefinitions definitions,
      PlatformTransactionManager transactions) {
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    this.runtimeService = runtimeService;
    this.identityService = identityService;
    this.trust = trust;
    this.companions = companions;
    this.definitions = definitions;
  }

  private record Request(
      String from, String to, Map<String, StepTarget> targets, boolean evaluatesTriggers) {}

  /**
   * The counterpart of each step that has one.
   *
   * @throws MigrationImpossible if a target does not fit; the message says why
   */
  public Map<String, String> counterparts(String from, String to, Map<String, StepTarget> targets) {
    return plan(from, to, targets, false).getInstructions().stream()
        .collect(
            Collectors.toMap(
                MigrationInstruction::getSourceActivityId,
                MigrationInstruction::getTargetActivityId,
                (first, second) -> first));
  }

  MigrationPlan plan(
      String from, String to, Map<String, StepTarget> targets, boolean evaluatesTriggers) {
    Map<String, StepTarget> moved =
        targets.entrySet().stream()
            .filter(target -> !target.getValue().again())
            .filter(target -> definitions.step(from, target.getKey()).isPresent())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    return plans.get(
        new Request(from, to, moved, evaluatesTriggers),
        request ->
            TrustedEngineAccess.withoutPerson(
                identityService, () -> apart.execute(status -> build(request))));
  }

  private MigrationPlan build(Request request) {
    var equal = runtimeService.createMigrationPlan(request.from, request.to).mapEqualActivities();
    MigrationPlan plan =
        trust.trusted(
            () -> request.evaluatesTriggers ? equal.updateEventTriggers().build() : equal.build());
    if (request.targets.isEmpty()) {
      return plan;
    }
    Map<String, Instruction> all = new LinkedHashMap<>();
    plan.getInstructions()
        .forEach(
            each ->
                all.put(
                    each.getSourceActivityId(),
                    new Instruction(each.getTargetActivityId(), each.isUpdateEventTrigger())));
    request.targets.forEach(
        (source, target) -> {
          all.put(source, new Instruction(target.step(), false));
          companions
              .of(request.from, source, request.to, target.step())
              .forEach(
                  (inner, counterpart) ->
                      all.putIfAbsent(
                          inner,
                          new Instruction(
                              counterpart,
                              request.evaluatesTriggers
                                  && companions.hasTrigger(request.from, inner))));
        });
    return valid(request, all);
  }

  private record Instruction(String target, boolean evaluatesTrigger) {}

  /** Without what does not fit, unless the owner asked for it. */
  private MigrationPlan valid(Request request, Map<String, Instruction> all) {
    while (true) {
      try {
        return build(request, all);
      } catch (MigrationPlanValidationException invalid) {
        Set<String> unfit =
            invalid.getValidationReport().getInstructionReports().stream()
                .map(report -> report.getMigrationInstruction().getSourceActivityId())
                .collect(Collectors.toSet());
        List<String> asked = unfit.stream().filter(request.targets::containsKey).toList();
        if (!asked.isEmpty() || unfit.isEmpty()) {
          throw new MigrationImpossible(reason(request, asked, invalid), invalid);
        }
        all.keySet().removeAll(unfit);
      }
    }
  }

  private String reason(
      Request request, List<String> asked, MigrationPlanValidationException invalid) {
    return asked.stream()
        .map(
            step ->
                "'%s' cannot go on at '%s' as it is, since they are of different kinds or in"
                        .formatted(
                            definitions.label(request.from, step),
                            definitions.label(request.to, request.targets.get(step).step()))
                    + " different parts of the flow. Start the step again instead.")
        .findFirst()
        .orElse(invalid.getMessage());
  }

  private MigrationPlan build(Request request, Map<String, Instruction> all) {
    MigrationPlanBuilder builder = runtimeService.createMigrationPlan(request.from, request.to);
    for (Map.Entry<String, Instruction> each : all.entrySet()) {
      MigrationInstructionBuilder mapped =
          builder.mapActivities(each.getKey(), each.getValue().target());
      builder = each.getValue().evaluatesTrigger() ? mapped.updateEventTrigger() : mapped;
    }
    return trust.trusted(builder::build);
  }
}
