/** Every way in: the REST API and the sign-in that guards it. */
@ApplicationModule(allowedDependencies = {"database", "engine", "client", "staff", "incident"})
package dev.baton.intake;

import org.springframework.modulith.ApplicationModule;
