/**
 * Whom the desk serves: clients with their services, tiers, zones and languages, and their
 * requesters. Begin with {@link ClientDirectory}.
 */
@ApplicationModule(allowedDependencies = {"database", "web", "web :: *", "access", "audit"})
package dev.baton.client;

import org.springframework.modulith.ApplicationModule;
