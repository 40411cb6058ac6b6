package dev.baton.flow.backtest.replay;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Nothing happens every few seconds by the machine's clock: only the replay's own thread has the
 * time of the log.
 */
final class WithoutSchedule implements BeanFactoryPostProcessor {

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    String processor = TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;
    if (beans instanceof BeanDefinitionRegistry registry
        && beans.containsBeanDefinition(processor)) {
      registry.removeBeanDefinition(processor);
    }
  }
}
