package dev.baton.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * A test against the whole application on a real MariaDB. Tests with equal settings share one
 * application and one schema, created for them; it has no demonstration data. The web is mocked
 * unless {@code webEnvironment} says otherwise; jobs run only when the test runs them.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextCustomizerFactories(TestDatabaseCustomizerFactory.class)
public @interface BatonTest {

  /** MOCK or RANDOM_PORT; the engine's REST API does not start without either. */
  @AliasFor(annotation = SpringBootTest.class)
  SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.MOCK;

  /** Further settings as {@code key=value}; they win over those of this annotation. */
  @AliasFor(annotation = SpringBootTest.class)
  String[] properties() default {};

  /** Whether the engine runs its jobs by itself, timers included. */
  boolean jobExecutor() default false;
}
