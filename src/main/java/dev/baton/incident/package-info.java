/** The contact log, the incident and its journal, and the delegates of the incident's lifecycle. */
package dev.baton.incident;
