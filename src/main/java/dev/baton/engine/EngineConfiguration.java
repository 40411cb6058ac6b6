package dev.baton.engine;

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

/** Sets the engine up as Baton needs it; what is a plain setting stands in application.yaml. */
@Configuration
@EnableProcessApplication("baton")
class EngineConfiguration {

  @Bean
  ProcessEnginePlugin deskPlugin(
      ListableBeanFactory beans,
      ApplicationEventPublisher events,
      ObjectProvider<UnstoredInput> unstoredInput,
      ObjectProvider<UnkeptDecisions> unkeptDecisions,
      ObjectProvider<TimerLookAhead> lookAhead,
      @Value("${baton.sign-in.password-strength:10}") int passwordStrength) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        ModelBeans offered = new ModelBeans(beans);
        engine.setBeans(offered);
        engine.setExpressionManager(new GuardedExpressions(offered));
        engine.setCustomPreDeployers(
            new ArrayList<>(List.of(new DeploymentGuard(offered, events))));
        HistoryLevel history = DeskHistory.without(namesOf(unstoredInput), idsOf(unkeptDecisions));
        // A restart finds the level of the database by its id among the custom ones.
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(history)));
        engine.setHistoryLevel(history);
        engine.setCustomHistoryEventHandlers(
            new ArrayList<>(List.of(new StepLimit(), new CancelledFlowsHandler(events))));
        engine.setCustomSessionFactories(
            new ArrayList<>(
                List.of(AttentiveJobs.telling(lookAhead::getIfAvailable), StepLimit.counting())));
        engine.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new LoopLimit())));
        engine.setPasswordPolicy(new DeskPasswordPolicy());
        engine.setPasswordEncryptor(new SlowPasswordHash(passwordStrength));
        engine.setResourceAuthorizationProvider(new RightsByRole());
        engine.setDmnEngineConfiguration(
            new DefaultDmnEngineConfiguration().feelEngineFactory(QuickFeel.factory()));
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setDeserializationTypeValidationEnabled(true);
        guard(engine);
      }

      @Override
      public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setVariableTypes(
            new ScalarVariables((DefaultVariableSerializers) engine.getVariableSerializers()));
      }
    };
  }

  /** What people reach of the engine, whichever way they come. */
  private static void guard(ProcessEngineConfigurationImpl engine) {
    GuardedForms forms = new GuardedForms(engine);
    engine.setFormService(forms);
    engine.setTaskService(new GuardedTasks(engine));
    engine.setRuntimeService(new GuardedFlows(engine, forms));
    engine.setManagementService(new GuardedJobs(engine));
    engine.setExternalTaskService(new GuardedExternalTasks(engine));
    engine.setCustomPreCommandInterceptorsTxRequired(
        new ArrayList<>(List.of(new GuardedCommands(engine))));
    engine.setCustomPreCommandInterceptorsTxRequiresNew(
        new ArrayList<>(List.of(new GuardedCommands(engine))));
    engine.setCommandCheckers(
        new ArrayList<>(List.of(new TenantCommandChecker(), new GuardedRights())));
  }

  private static Set<String> idsOf(ObjectProvider<UnkeptDecisions> unkeptDecisions) {
    return unkeptDecisions.stream()
        .flatMap(decisions -> decisions.ids().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> namesOf(ObjectProvider<UnstoredInput> unstoredInput) {
    return unstoredInput.stream()
        .flatMap(input -> input.names().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
