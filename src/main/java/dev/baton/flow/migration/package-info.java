/**
 * Running incidents are brought to another version of their flows: a forecast, a move in stages,
 * and the way back. Begin with {@link MigrateIncidents}; {@link MigrationWorker} does the work.
 */
package dev.baton.flow.migration;
