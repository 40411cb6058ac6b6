/**
 * The Camunda configuration, the few engine internals, and the small interfaces by which the rest
 * of Baton reaches a flow.
 */
@ApplicationModule(allowedDependencies = {"database"})
package dev.baton.engine;

import org.springframework.modulith.ApplicationModule;
