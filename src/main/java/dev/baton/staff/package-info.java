/** Agents, teams and roles: who works, and where they stand in the chain of command. */
@ApplicationModule(
    allowedDependencies = {"database", "engine", "calendar", "client", "audit", "access"})
package dev.baton.staff;

import org.springframework.modulith.ApplicationModule;
