/**
 * Working time: opening hours, holidays, time zones, and exact arithmetic with them, in plain Java.
 * Begin with {@link WorkingCalendar}; {@link CalendarDefinition} is what it is made from.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.calendar;

import org.springframework.modulith.ApplicationModule;
