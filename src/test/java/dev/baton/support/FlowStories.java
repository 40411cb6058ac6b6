package dev.baton.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Stories of flows, told at a {@link StagedDesk} by hand-run jobs and a hand-moved clock, with each
 * passed step counted. All such tests share one application.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BatonTest
@Import({StagedDesk.class, PassedSteps.class})
public @interface FlowStories {}
