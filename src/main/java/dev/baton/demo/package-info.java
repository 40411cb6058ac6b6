/** The demonstration desk that comes with the embedded database. */
@ApplicationModule(
    allowedDependencies = {"database", "engine", "client", "staff", "incident", "sla", "intake"})
package dev.baton.demo;

import org.springframework.modulith.ApplicationModule;
