/** What every request passes first, whoever sends it and wherever to: limits, and headers. */
@ApplicationModule(allowedDependencies = {"problem"})
package dev.baton.web;

import org.springframework.modulith.ApplicationModule;
