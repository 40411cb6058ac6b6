package dev.baton.incident.report;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Has old idempotency keys forgotten. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Housekeeping {}
