/** The delegates and listeners that the models of the incident's lifecycle name. */
package dev.baton.incident.process;
