package dev.baton.flow.block;

import dev.baton.engine.BuildingBlock;
import dev.baton.engine.InternalStep;
import dev.baton.engine.UserTaskKind;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/** All delegates of the application and the building blocks that they declare. */
final class BlockCatalogue {

  private static final String CLASSES_OF_PROCESS_PACKAGES = "**/process/*.class";

  private final Map<String, AnnotatedElement> delegates = new TreeMap<>();

  BlockCatalogue() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
    scanner.setResourcePattern(CLASSES_OF_PROCESS_PACKAGES);
    scanner.findCandidateComponents("dev.baton").forEach(this::read);
  }

  private void read(BeanDefinition definition) {
    Class<?> type = type(definition.getBeanClassName());
    if (JavaDelegate.class.isAssignableFrom(type)) {
      delegates.put(AnnotationBeanNameGenerator.INSTANCE.generateBeanName(definition, null), type);
    }
    for (Method method : type.getDeclaredMethods()) {
      Bean bean = method.getAnnotation(Bean.class);
      if (bean != null && JavaDelegate.class.isAssignableFrom(method.getReturnType())) {
        delegates.put(bean.name().length == 0 ? method.getName() : bean.name()[0], method);
      }
    }
  }

  /** Every delegate by the name of its bean. */
  Map<String, AnnotatedElement> delegates() {
    return delegates;
  }

  /** User tasks first, then service tasks, each by the name on the box. */
  List<Block> blocks() {
    return Stream.concat(ofUserTasks(), ofDelegates()).toList();
  }

  /** The names of beans that are for one flow only. */
  Set<String> internalSteps() {
    return delegates.entrySet().stream()
        .filter(delegate -> delegate.getValue().isAnnotationPresent(InternalStep.class))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Block> ofUserTasks() {
    return Stream.of(UserTaskKind.values())
        .flatMap(kind -> textsOf(constant(kind)).stream().map(text -> Block.of(text, kind)));
  }

  private Stream<Block> ofDelegates() {
    List<Block> found = new ArrayList<>();
    delegates.forEach(
        (bean, declared) -> textsOf(declared).forEach(text -> found.add(Block.of(text, bean))));
    return found.stream().sorted(Comparator.comparing(Block::name));
  }

  static List<BuildingBlock> textsOf(AnnotatedElement declared) {
    return List.of(declared.getAnnotationsByType(BuildingBlock.class));
  }

  private static AnnotatedElement constant(UserTaskKind kind) {
    try {
      return UserTaskKind.class.getField(kind.name());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
