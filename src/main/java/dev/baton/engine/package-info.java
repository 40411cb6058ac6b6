/**
 * Camunda: its configuration, and the small interfaces with which the rest of Baton uses a flow.
 * Begin with {@link Flows}; what people may do to the engine is in {@code engine.guard}, jobs in
 * {@code engine.job}.
 */
@ApplicationModule(allowedDependencies = {"database", "web", "web :: *"})
package dev.baton.engine;

import org.springframework.modulith.ApplicationModule;
