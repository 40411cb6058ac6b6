/**
 * The ground everything stands on: the embedded MariaDB server for development, the data source,
 * and the migrations of the engine's and Baton's own tables.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.database;

import org.springframework.modulith.ApplicationModule;
