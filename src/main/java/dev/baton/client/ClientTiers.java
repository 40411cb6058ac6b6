package dev.baton.client;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tiers of all clients, read by one statement. */
@Repository
public class ClientTiers {

  private final JdbcClient jdbc;

  ClientTiers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By the client's id. */
  public Map<Long, Tier> all() {
    Map<Long, Tier> tiers = new HashMap<>();
    jdbc.sql("select id, tier from client")
        .query(
            (RowCallbackHandler)
                row -> tiers.put(row.getLong("id"), Tier.valueOf(row.getString("tier"))));
    return tiers;
  }
}
