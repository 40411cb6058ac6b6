/**
 * Running instances are moved to another version of their flow. Begin with {@link FlowMigrations};
 * {@link FlowStates} shows what is open before and after.
 */
@NamedInterface("migration")
package dev.baton.engine.migration;

import org.springframework.modulith.NamedInterface;
