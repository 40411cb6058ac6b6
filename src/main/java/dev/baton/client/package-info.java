/**
 * Clients, their services and requesters: who is served, in which zone and language, at which tier.
 */
@ApplicationModule(allowedDependencies = {"database"})
package dev.baton.client;

import org.springframework.modulith.ApplicationModule;
