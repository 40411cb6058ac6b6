/**
 * How a clock is measured: a pure function of terms, events and the time of reading, with no
 * database. Begin with {@link ClockCalculator}, which turns {@link ClockEvent}s into a {@link
 * ClockSnapshot}.
 */
@NamedInterface("clock")
package dev.baton.sla.clock;

import org.springframework.modulith.NamedInterface;
