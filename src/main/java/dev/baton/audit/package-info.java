/** Who saw or changed what: an append-only record that can be searched and taken along. */
@ApplicationModule(allowedDependencies = {"database", "engine"})
package dev.baton.audit;

import org.springframework.modulith.ApplicationModule;
