package dev.baton.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that an API operation requires. It is checked before the request is read, so that
 * callers without it learn nothing about the operation's input.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EndpointPermission {

  /** All of them are needed. */
  Permission[] value();

  /**
   * The path variable with a sign-in name; people who ask about themselves need no permission here.
   */
  String orIsOwn() default "";
}
