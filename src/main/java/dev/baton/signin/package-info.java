/** Who gets in: one sign-in for the pages, the web applications and the API. */
@ApplicationModule(
    allowedDependencies = {"problem", "database", "engine", "client", "audit", "access", "staff"})
package dev.baton.signin;

import org.springframework.modulith.ApplicationModule;
