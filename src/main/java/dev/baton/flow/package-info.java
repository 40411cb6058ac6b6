/** The process owner's tools: back-test and checks of the models. */
@ApplicationModule(
    allowedDependencies = {"database", "engine", "client", "staff", "incident", "sla", "intake"})
package dev.baton.flow;

import org.springframework.modulith.ApplicationModule;
