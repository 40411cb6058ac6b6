package dev.baton.client;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clients as a desk's database has them; needs no running desk. */
@Repository
public class ClientRecords {

  private final JdbcClient database;

  public ClientRecords(JdbcClient database) {
    this.database = database;
  }

  public List<ClientView> clients() {
    return database
        .sql(
            """
            select id, code, name, tier, zone, language, confirmation_days, confirmation_unit,
              reminders, reminder_days
            from client order by id
            """)
        .query(
            (row, n) ->
                new ClientView(
                    row.getLong("id"),
                    row.getString("code"),
                    row.getString("name"),
                    Tier.valueOf(row.getString("tier")),
                    ZoneId.of(row.getString("zone")),
                    Locale.forLanguageTag(row.getString("language")),
                    row.getInt("confirmation_days"),
                    DayKind.valueOf(row.getString("confirmation_unit")),
                    row.getInt("reminders"),
                    row.getInt("reminder_days")))
        .list();
  }

  /** The services by the code of their client. */
  public Map<String, List<ServiceView>> services() {
    Map<String, List<ServiceView>> services = new TreeMap<>();
    database
        .sql(
            """
            select c.code client, s.id, s.client_id, s.code, s.name
            from client_service s join client c on c.id = s.client_id order by s.id
            """)
        .query(
            (RowCallbackHandler)
                row ->
                    services
                        .computeIfAbsent(row.getString("client"), code -> new ArrayList<>())
                        .add(
                            new ServiceView(
                                row.getLong("id"),
                                row.getLong("client_id"),
                                row.getString("code"),
                                row.getString("name"))));
    return services;
  }
}
