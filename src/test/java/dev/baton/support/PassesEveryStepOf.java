package dev.baton.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The stories of this class together enter every flow node and take every sequence flow of the
 * model; a step that none passes fails the class and is named. A run of single stories is not
 * measured.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EveryStepPassed.class)
public @interface PassesEveryStepOf {

  /** The id of the process. */
  String value();
}
