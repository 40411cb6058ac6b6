package dev.baton.engine;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a process owner sets on the box of a {@link BuildingBlock}. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface BlockInput {

  /**
   * Of a step: the name of its input parameter. Of a user task: {@code form}, or the property after
   * {@code baton.}, such as {@code offers}.
   */
  String name();

  String label();

  /** A hint below the field; if empty, what its choices say. */
  String description() default "";

  /** Set at first. */
  String value() default "";

  /** What the desk offers to choose from. */
  BlockChoices choices() default BlockChoices.NONE;

  /** A fixed list to choose from. */
  String[] words() default {};

  /**
   * Whether it must not be empty. An optional input parameter hides a variable of the same name
   * that a form set, so it is for user tasks.
   */
  boolean required() default true;
}
