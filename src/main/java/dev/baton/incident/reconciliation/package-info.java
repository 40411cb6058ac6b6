/** Compares the stored incidents with the running flows. Begin with {@link Reconciliation}. */
@NamedInterface("reconciliation")
package dev.baton.incident.reconciliation;

import org.springframework.modulith.NamedInterface;
