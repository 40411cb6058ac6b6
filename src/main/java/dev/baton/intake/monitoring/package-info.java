/** Makes incidents of alerts, one for each problem. Begin with {@link ProcessAlerts}. */
package dev.baton.intake.monitoring;
