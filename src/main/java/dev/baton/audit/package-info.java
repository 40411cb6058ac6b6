/**
 * Who saw or changed what: an append-only trail that can be searched and exported. Begin with
 * {@link AuditTrail} (writing) and {@link AuditSearch} (reading).
 */
@ApplicationModule(allowedDependencies = {"database", "web", "web :: *", "engine", "access"})
package dev.baton.audit;

import org.springframework.modulith.ApplicationModule;
