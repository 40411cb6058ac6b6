package dev.baton.engine.configuration;

import dev.baton.engine.FormerBeanName;
import java.util.Map;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/** Lets the beans that carry a {@link FormerBeanName} be called by it as well. */
@Component
class FormerBeanNames implements BeanDefinitionRegistryPostProcessor {

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    for (String name : registry.getBeanDefinitionNames()) {
      BeanDefinition definition = registry.getBeanDefinition(name);
      if (definition instanceof AnnotatedBeanDefinition annotated) {
        Map<String, Object> former =
            annotated.getMetadata().getAnnotationAttributes(FormerBeanName.class.getName());
        if (former != null) {
          registry.registerAlias(name, (String) former.get("value"));
        }
      }
    }
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    // Only names are added.
  }
}
