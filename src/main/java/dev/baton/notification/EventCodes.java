package dev.baton.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes of the registered events, for the checks of models that name them. */
@Repository
public class EventCodes {

  private final JdbcClient jdbc;

  EventCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All codes, in order. */
  public List<String> all() {
    return jdbc.sql("select code from notification_event order by code").query(String.class).list();
  }
}
