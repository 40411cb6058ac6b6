package dev.baton.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Measures {@link PassesEveryStepOf} after the last story of the class. */
class EveryStepPassed implements AfterEachCallback, AfterAllCallback {

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      told.add(name(context.getRequiredTestClass(), context.getRequiredTestMethod()));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    PassesEveryStepOf promise = testClass.getDeclaredAnnotation(PassesEveryStepOf.class);
    if (promise == null || !told.containsAll(storiesOf(testClass).collect(Collectors.toSet()))) {
      return;
    }
    PassedSteps steps = SpringExtension.getApplicationContext(context).getBean(PassedSteps.class);
    assertThat(steps.count(promise.value())).as("steps of " + promise.value()).isPositive();
    assertThat(steps.missed(promise.value()))
        .as(
            "flow nodes and sequence flows of %s (of %d) that no story passes",
            promise.value(), steps.count(promise.value()))
        .isEmpty();
  }

  private static Stream<String> storiesOf(Class<?> testClass) {
    return Stream.concat(
        AnnotationSupport.findAnnotatedMethods(
                testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
            .stream()
            .filter(method -> !method.isAnnotationPresent(Disabled.class))
            .map(method -> name(testClass, method)),
        Stream.of(testClass.getDeclaredClasses())
            .filter(inner -> inner.isAnnotationPresent(Nested.class))
            .flatMap(EveryStepPassed::storiesOf));
  }

  private static String name(Class<?> testClass, Method method) {
    return testClass.getName() + "#" + method.getName();
  }
}
