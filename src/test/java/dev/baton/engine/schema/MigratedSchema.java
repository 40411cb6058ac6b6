package dev.baton.engine.schema;

import dev.baton.support.SchemaAccess;
import org.flywaydb.core.Flyway;

/** A schema with all tables of the desk, made by the migrations as an application's start does. */
public final class MigratedSchema {

  private MigratedSchema() {}

  public static void buildIn(SchemaAccess empty) {
    Flyway.configure()
        .dataSource(empty.url(), empty.user(), empty.password())
        .locations("classpath:db/migration")
        .javaMigrations(new EngineSchema())
        .load()
        .migrate();
  }
}
