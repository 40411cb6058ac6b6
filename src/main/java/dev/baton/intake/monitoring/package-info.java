/** Turns alerts into incidents, one for each problem. Begin with {@link ProcessAlerts}. */
@NamedInterface("monitoring")
package dev.baton.intake.monitoring;

import org.springframework.modulith.NamedInterface;
