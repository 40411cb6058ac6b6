package dev.baton.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The bean exists only where Baton runs its own database, never on somebody's server. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(ConditionalOnEmbeddedDatabase.OnEmbeddedDatabase.class)
public @interface ConditionalOnEmbeddedDatabase {

  /** Asks the environment which database was chosen. */
  class OnEmbeddedDatabase implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return DatabaseMode.of(context.getEnvironment()) == DatabaseMode.EMBEDDED;
    }
  }
}
