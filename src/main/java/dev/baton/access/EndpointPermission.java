package dev.baton.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The act that an operation of the API is. It is asked for before the request is read, so that
 * whoever lacks the right learns nothing about what the operation takes.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EndpointPermission {

  /** All of them are needed. */
  Permission[] value();

  /**
   * The variable of the path with a sign-in name; who asks about themselves needs no right here.
   */
  String orIsOwn() default "";
}
