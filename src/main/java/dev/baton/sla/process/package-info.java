/** The delegates and listeners of the clocks. */
package dev.baton.sla.process;
