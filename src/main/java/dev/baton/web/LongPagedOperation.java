package dev.baton.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes the parameters of a bare list by pages, which {@link ListParameters#longPage} reads.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = "page",
    description = "Number of the page, from 0",
    schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
@Parameter(
    name = "size",
    description = "Items on a page",
    schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "200"))
public @interface LongPagedOperation {}
