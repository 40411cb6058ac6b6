package dev.baton.intake.internal;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the intake forget old idempotency keys by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Housekeeping {}
