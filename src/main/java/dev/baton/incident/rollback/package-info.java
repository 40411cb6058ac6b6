/**
 * What happens when the first incidents fail on a new release of the lifecycle: the last release
 * that worked is deployed again. Begin with {@link RollBackRelease}.
 */
@NamedInterface("rollback")
package dev.baton.incident.rollback;

import org.springframework.modulith.NamedInterface;
