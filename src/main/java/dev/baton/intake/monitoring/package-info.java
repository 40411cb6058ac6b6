/** Turns alerts into incidents, one for each problem. Begin with {@link ProcessAlerts}. */
package dev.baton.intake.monitoring;
