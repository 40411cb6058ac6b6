package dev.baton.engine.guard;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that an expression in a model may name: delegates and listeners, and nothing else of
 * the application. They are looked up when first asked for, long after the engine was configured.
 */
public class ModelBeans extends AbstractMap<Object, Object> {

  private final ListableBeanFactory beans;

  public ModelBeans(ListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String bean && offers(bean);
  }

  @Override
  public Object get(Object name) {
    return name instanceof String bean && offers(bean) ? beans.getBean(bean) : null;
  }

  /** Whether a model may name this bean. */
  boolean offers(String name) {
    if (!beans.containsBean(name)) {
      return false;
    }
    Class<?> type = beans.getType(name);
    return type != null && isOffered(type);
  }

  private static boolean isOffered(Class<?> type) {
    return offeredTypes().anyMatch(offered -> offered.isAssignableFrom(type));
  }

  private static Stream<Class<?>> offeredTypes() {
    return Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return offeredTypes()
        .flatMap(type -> Stream.of(beans.getBeanNamesForType(type)))
        .distinct()
        .map(name -> Map.<Object, Object>entry(name, beans.getBean(name)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
