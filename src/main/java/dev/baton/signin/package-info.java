/** Authentication: one sign-in for the pages, the web applications and the API. */
@ApplicationModule(
    allowedDependencies = {"database", "web", "web :: *", "engine", "access", "audit", "staff"})
package dev.baton.signin;

import org.springframework.modulith.ApplicationModule;
