/**
 * The delegates and listeners of the flow {@code sla-clock}. Begin with {@link FindNextMilestone}.
 */
package dev.baton.sla.process;
