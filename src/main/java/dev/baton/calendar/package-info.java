/**
 * Working time: hours, holidays and zones, and exact arithmetic with them. Plain Java on {@link
 * java.time.Instant}s; knows nothing of the rest.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.calendar;

import org.springframework.modulith.ApplicationModule;
