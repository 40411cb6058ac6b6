package dev.baton.notification;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Checks that a flow only touches notifications and announcements of its own incident. */
@Component
public class FlowNotifications {

  private final JdbcTemplate database;

  FlowNotifications(JdbcTemplate database) {
    this.database = database;
  }

  /**
   * @param incident the business key of the flow
   * @return the notification
   * @throws IllegalStateException if it does not belong to this incident
   */
  public long notification(long id, String incident) {
    return check("notification", id, incident);
  }

  /** Same as above, for an announcement. */
  public long announcement(long id, String incident) {
    return check("announcement", id, incident);
  }

  private long check(String table, long id, String incident) {
    List<String> stored =
        database.queryForList(
            "select incident from %s where id = ?".formatted(table), String.class, id);
    if (!stored.contains(incident)) {
      throw new IllegalStateException(
          "The %s %d is not one of %s, which this flow is about.".formatted(table, id, incident));
    }
    return id;
  }
}
