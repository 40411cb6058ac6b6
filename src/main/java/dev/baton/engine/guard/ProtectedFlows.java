package dev.baton.engine.guard;

import dev.baton.engine.ProtectedFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Knows whether an instance belongs to a flow that nobody ends past the desk. */
public class ProtectedFlows {

  private final Supplier<List<ProtectedFlow>> flows;

  /**
   * @param flows asked when somebody wants to end an instance, since the modules name them
   */
  public ProtectedFlows(Supplier<List<ProtectedFlow>> flows) {
    this.flows = flows;
  }

  /**
   * @throws AuthorizationException with what to do instead, if it does
   */
  void refuseToEnd(String instanceId, CommandExecutor engine) {
    of(instanceId, engine)
        .ifPresent(
            flow -> {
              throw refusal(flow);
            });
  }

  static AuthorizationException refusal(ProtectedFlow flow) {
    return new AuthorizationException(
        "Ending the flow '%s' is not open to people. %s".formatted(flow.key(), flow.remedy()));
  }

  /** The flow that the instance belongs to, itself or as a called one, if it is protected. */
  Optional<ProtectedFlow> of(String instanceId, CommandExecutor engine) {
    if (instanceId == null) {
      return Optional.empty();
    }
    return engine.execute(
        context -> context.runWithoutAuthorization(() -> of(root(instanceId, context), context)));
  }

  private Optional<ProtectedFlow> of(ExecutionEntity root, CommandContext context) {
    if (root == null) {
      return Optional.empty();
    }
    String key =
        context
            .getProcessEngineConfiguration()
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(root.getProcessDefinitionId())
            .getKey();
    return flows.get().stream()
        .filter(flow -> flow.key().equals(key))
        .filter(flow -> flow.isProtected().test(root.getBusinessKey()))
        .findFirst();
  }

  private static ExecutionEntity root(String instanceId, CommandContext context) {
    ExecutionEntity instance = context.getExecutionManager().findExecutionById(instanceId);
    return instance == null
        ? null
        : context.getExecutionManager().findExecutionById(instance.getRootProcessInstanceId());
  }
}
