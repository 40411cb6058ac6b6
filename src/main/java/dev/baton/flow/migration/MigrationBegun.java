package dev.baton.flow.migration;

/** There is something to do for the worker: a forecast, or the next stage. */
record MigrationBegun() {}
