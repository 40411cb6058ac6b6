package dev.baton.engine.guard;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.batch.history.DeleteHistoricBatchCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDefinitionPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessInstancesSuspendStateBatchCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteHistoricProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricBatchesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricDecisionInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBatchCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBulkCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Commands that no person may run, whatever their permissions and whichever service they use:
 * suspending flows and their jobs, since no one would notice the stopped incident; changing due
 * dates of timers, which belong to the flow; and deleting history.
 */
public class GuardedCommands extends CommandInterceptor {

  private static final Map<String, Set<Class<?>>> REFUSED =
      Map.of(
          "Suspending flows and their jobs",
          Set.of(
              SuspendProcessInstanceCmd.class,
              SuspendProcessDefinitionCmd.class,
              SuspendJobCmd.class,
              SuspendJobDefinitionCmd.class,
              UpdateProcessInstancesSuspendStateCmd.class,
              UpdateProcessInstancesSuspendStateBatchCmd.class),
          "Deleting jobs, and changing when or in which order they are due",
          Set.of(
              DeleteJobCmd.class,
              SetJobDuedateCmd.class,
              RecalculateJobDuedateCmd.class,
              SetJobPriorityCmd.class,
              SetJobDefinitionPriorityCmd.class),
          "Deleting what has happened",
          Set.of(
              HistoryCleanupCmd.class,
              DeleteHistoricProcessInstancesCmd.class,
              DeleteHistoricProcessInstancesBatchCmd.class,
              DeleteHistoricDecisionInstancesBulkCmd.class,
              DeleteHistoricDecisionInstancesBatchCmd.class,
              DeleteHistoricBatchCmd.class,
              SetRemovalTimeToHistoricProcessInstancesCmd.class,
              SetRemovalTimeToHistoricDecisionInstancesCmd.class,
              SetRemovalTimeToHistoricBatchesCmd.class,
              UpdateProcessDefinitionHistoryTimeToLiveCmd.class,
              UpdateDecisionDefinitionHistoryTimeToLiveCmd.class,
              DeleteTaskCommentCmd.class,
              DeleteProcessInstanceCommentCmd.class,
              UpdateCommentCmd.class,
              DeleteAttachmentCmd.class));

  private static final Map<Class<?>, String> WORDS =
      REFUSED.entrySet().stream()
          .flatMap(each -> each.getValue().stream().map(type -> Map.entry(type, each.getKey())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final ProcessEngineConfigurationImpl engine;

  public GuardedCommands(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public <T> T execute(Command<T> command) {
    String words = WORDS.get(command.getClass());
    if (words != null
        && UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication())) {
      throw new AuthorizationException(
          words + " is not open to people: repair the flow or cancel it.");
    }
    return next.execute(command);
  }
}
