/**
 * Finds the time ahead in which nobody would answer, and asks for it to be closed. Begin with
 * {@link CoverageCheck}.
 */
@NamedInterface("coverage")
package dev.baton.escalation.coverage;

import org.springframework.modulith.NamedInterface;
