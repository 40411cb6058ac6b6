/** Who may do what at the desk: one matrix of roles and acts, and whom it is asked for. */
@ApplicationModule(allowedDependencies = {"engine", "client", "audit"})
package dev.baton.access;

import org.springframework.modulith.ApplicationModule;
