package dev.baton.engine.configuration;

import dev.baton.engine.BcryptPasswordHash;
import dev.baton.engine.DecisionsWithoutHistory;
import dev.baton.engine.HistoryOfSteps;
import dev.baton.engine.ProtectedFlow;
import dev.baton.engine.StartFormParseListener;
import dev.baton.engine.TaskComments;
import dev.baton.engine.TaskCompletionRules;
import dev.baton.engine.TransientFormFields;
import dev.baton.engine.UserTaskListener;
import dev.baton.engine.UserTaskParseListener;
import dev.baton.engine.guard.CompletionGuard;
import dev.baton.engine.guard.DeploymentGuard;
import dev.baton.engine.guard.FastFeelEngine;
import dev.baton.engine.guard.GuardedAuthorizations;
import dev.baton.engine.guard.GuardedCommands;
import dev.baton.engine.guard.GuardedExpressions;
import dev.baton.engine.guard.GuardedExternalTaskService;
import dev.baton.engine.guard.GuardedFormService;
import dev.baton.engine.guard.GuardedManagementService;
import dev.baton.engine.guard.GuardedRepositoryService;
import dev.baton.engine.guard.GuardedRuntimeService;
import dev.baton.engine.guard.GuardedTaskService;
import dev.baton.engine.guard.LoopLimit;
import dev.baton.engine.guard.ModelBeans;
import dev.baton.engine.guard.ProtectedFlows;
import dev.baton.engine.guard.RoleAuthorizations;
import dev.baton.engine.guard.ScalarVariables;
import dev.baton.engine.guard.StepLimit;
import dev.baton.engine.guard.TaskEdits;
import dev.baton.engine.job.TimerAwareJobs;
import dev.baton.engine.job.TimerLookAhead;
import dev.baton.engine.release.DeploymentProposals;
import dev.baton.engine.release.ReleaseCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Sets the engine up as Baton needs it; what is a plain setting stands in application.yaml. */
@Configuration
@EnableProcessApplication("baton")
class EngineConfiguration {

  @Bean
  ProcessEnginePlugin deskPlugin(
      ListableBeanFactory beans,
      ApplicationEventPublisher events,
      ObjectProvider<TransientFormFields> unstoredInput,
      ObjectProvider<DecisionsWithoutHistory> unkeptDecisions,
      ObjectProvider<HistoryOfSteps> stepsOnly,
      ObjectProvider<TimerLookAhead> lookAhead,
      ObjectProvider<UserTaskListener> taskListeners,
      ObjectProvider<ReleaseCheck> checks,
      ObjectProvider<DeploymentProposals> proposals,
      ObjectProvider<TaskCompletionRules> completion,
      ObjectProvider<TaskComments> comments,
      ObjectProvider<ProtectedFlow> protectedFlows,
      @Value("${baton.sign-in.password-strength:10}") int passwordStrength) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        ModelBeans offered = new ModelBeans(beans);
        engine.setBeans(offered);
        engine.setExpressionManager(new GuardedExpressions(offered));
        engine.setCustomPreDeployers(
            new ArrayList<>(List.of(new DeploymentGuard(offered, events, checks::orderedStream))));
        engine.setDeploymentHandlerFactory(FilesReplacedByRollback::new);
        HistoryLevel history =
            BatonHistoryLevel.without(
                namesOf(unstoredInput), idsOf(unkeptDecisions), stepsOnly.getIfAvailable() != null);
        // A restart finds the level of the database by its id among the custom ones.
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(history)));
        engine.setHistoryLevel(history);
        engine.setCustomHistoryEventHandlers(
            new ArrayList<>(List.of(new StepLimit(), new CancelledFlowsHandler(events))));
        engine.setCustomSessionFactories(
            new ArrayList<>(
                List.of(TimerAwareJobs.telling(lookAhead::getIfAvailable), StepLimit.counting())));
        engine.setCustomPreBPMNParseListeners(
            new ArrayList<>(
                List.of(
                    new LoopLimit(),
                    new UserTaskParseListener(
                        SingletonSupplier.of(() -> taskListeners.orderedStream().toList())),
                    new StartFormParseListener())));
        stepsOnly.ifAvailable(steps -> ScratchEngine.prepare(engine, steps));
        engine.setPasswordPolicy(new DeskPasswordPolicy());
        engine.setPasswordEncryptor(new BcryptPasswordHash(passwordStrength));
        engine.setResourceAuthorizationProvider(new RoleAuthorizations());
        engine.setDmnEngineConfiguration(
            new DefaultDmnEngineConfiguration().feelEngineFactory(FastFeelEngine.factory()));
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setDeserializationTypeValidationEnabled(true);
        guard(
            engine,
            new CompletionGuard(engine, completion::getObject),
            new TaskEdits(engine, comments::getIfAvailable),
            new ProtectedFlows(SingletonSupplier.of(() -> protectedFlows.stream().toList())));
        engine.setRepositoryService(
            new GuardedRepositoryService(engine, proposals::getIfAvailable));
      }

      @Override
      public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setVariableTypes(
            new ScalarVariables((DefaultVariableSerializers) engine.getVariableSerializers()));
      }
    };
  }

  /** What people reach of the engine, whichever way they come. */
  private static void guard(
      ProcessEngineConfigurationImpl engine,
      CompletionGuard completion,
      TaskEdits edits,
      ProtectedFlows protectedFlows) {
    GuardedFormService forms = new GuardedFormService(engine, completion);
    engine.setFormService(forms);
    engine.setTaskService(new GuardedTaskService(engine, completion, edits));
    engine.setRuntimeService(new GuardedRuntimeService(engine, forms, protectedFlows));
    engine.setManagementService(new GuardedManagementService(engine));
    engine.setExternalTaskService(new GuardedExternalTaskService(engine));
    engine.setCustomPreCommandInterceptorsTxRequired(
        new ArrayList<>(List.of(new GuardedCommands(engine))));
    engine.setCustomPreCommandInterceptorsTxRequiresNew(
        new ArrayList<>(List.of(new GuardedCommands(engine))));
    engine.setCommandCheckers(
        new ArrayList<>(List.of(new TenantCommandChecker(), new GuardedAuthorizations())));
  }

  private static Set<String> idsOf(ObjectProvider<DecisionsWithoutHistory> unkeptDecisions) {
    return unkeptDecisions.stream()
        .flatMap(decisions -> decisions.ids().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> namesOf(ObjectProvider<TransientFormFields> unstoredInput) {
    return unstoredInput.stream()
        .flatMap(input -> input.names().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
