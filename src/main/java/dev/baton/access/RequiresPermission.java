package dev.baton.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The act that a use case is: whoever is signed in needs the right to it, by whichever way they
 * came. What a use case calls in turn is part of it, and needs no further right; the flow itself
 * needs none.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresPermission {

  Permission value();
}
