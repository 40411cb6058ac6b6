package dev.baton.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step that process owners may use in their flows: on a delegate or its bean method, or on a kind
 * of user task. Its element template for Camunda Modeler and its row in the process owner's guide
 * are generated from here, with {@code mvn -Ptemplates test}.
 *
 * @see InternalStep
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BuildingBlocks.class)
public @interface BuildingBlock {

  /** Kept for ever, since models name it; the name of the bean or of the kind if empty. */
  String id() default "";

  /** As the box of a diagram would say it. */
  String name();

  /** What it does, in one or two sentences for a process owner. */
  String description();

  /** Raised when models that use the block have to change. The template of before is kept. */
  int version() default 1;

  /** What to use instead; empty while the block is offered. */
  String deprecated() default "";

  /** Whether it runs as a job: it leaves the database or may take long. */
  boolean job() default false;

  /** What the process owner sets on the box. */
  BlockInput[] inputs() default {};

  /** Variables that the step reads besides, from the form or the steps before. */
  String[] needs() default {};

  /** Variables that later steps may read. */
  String[] sets() default {};
}
