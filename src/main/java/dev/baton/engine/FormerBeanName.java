package dev.baton.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that older versions of a flow use for a delegate. Incidents that started before the
 * delegate was renamed still use it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormerBeanName {

  String value();
}
