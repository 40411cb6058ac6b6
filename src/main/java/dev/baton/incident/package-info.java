/** The contact log, the incident and its journal, and the delegates of the incident's lifecycle. */
@ApplicationModule(
    allowedDependencies = {"database", "engine", "calendar", "client", "audit", "access", "staff"})
package dev.baton.incident;

import org.springframework.modulith.ApplicationModule;
