package dev.baton.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FormerBeanName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.stereotype.Component;

/** A running incident goes on with the version of the flow it began with, and its names. */
class FormerBeanNamesTest {

  @Test
  void aRenamedDelegateIsStillFoundByItsFormerName() {
    try (var context =
        new AnnotationConfigApplicationContext(FormerBeanNames.class, RaiseIt.class)) {
      assertThat(context.getBean("lookUp"))
          .isSameAs(context.getBean(RaiseIt.class))
          .isSameAs(context.getBean("formerBeanNamesTest.RaiseIt"));
    }
  }

  @Component
  @FormerBeanName("lookUp")
  static class RaiseIt {}
}
