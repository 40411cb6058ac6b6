package dev.baton.engine.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables from the engine's own DDL, read from its jar, with one change: text
 * is {@code utf8mb4}. The engine's three-byte {@code utf8} refuses an emoji, and converting later
 * is blocked by its foreign keys. Its {@code utf8_bin} order stays binary.
 */
@Component
class EngineSchema implements JavaMigration {

  /** The engine this migration is for; another version needs a migration of its own. */
  private static final String ENGINE_VERSION = "7.24.0";

  private static final String FOLDER = "org/camunda/bpm/engine/db/create/activiti.mysql.create.";
  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "decision.engine",
          "decision.history",
          "case.engine",
          "case.history");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("1");
  }

  @Override
  public String getDescription() {
    return "engine schema " + ENGINE_VERSION;
  }

  @Override
  public Integer getChecksum() {
    return ENGINE_VERSION.hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return false; // MariaDB commits at every DDL statement anyway
  }

  @Override
  public void migrate(Context context) throws SQLException, IOException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String sql : statements()) {
        statement.execute(sql);
      }
    }
  }

  static List<String> statements() throws IOException {
    StringBuilder ddl = new StringBuilder();
    for (String part : PARTS) {
      ddl.append(read(FOLDER + part + ".sql")).append('\n');
    }
    if (ddl.indexOf("'" + ENGINE_VERSION + "'") < 0) {
      throw new IllegalStateException(
          "The engine on the class path is not %s: write a migration from its upgrade scripts"
              .formatted(ENGINE_VERSION));
    }
    String unicode =
        ddl.toString()
            .replaceAll("(?m)^\\s*--.*$", "")
            .replace("CHARSET=utf8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin");
    return Stream.of(unicode.split(";")).map(String::strip).filter(sql -> !sql.isEmpty()).toList();
  }

  private static String read(String path) throws IOException {
    return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
  }
}
