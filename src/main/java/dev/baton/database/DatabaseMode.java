package dev.baton.database;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Where the data live: in the MariaDB server that Baton starts itself, or in one that somebody else
 * runs. A non-empty {@code baton.db.url} (environment: {@code BATON_DB_URL}) decides.
 */
public enum DatabaseMode {
  EMBEDDED,
  SERVER;

  public static DatabaseMode of(Environment environment) {
    return StringUtils.hasText(environment.getProperty("baton.db.url")) ? SERVER : EMBEDDED;
  }
}
