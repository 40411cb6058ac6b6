/** The delegates and listeners that the models of the escalation name. */
package dev.baton.escalation.process;
