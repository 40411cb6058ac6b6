package dev.baton.sla.agreement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the published calendars are called, for the checks of models that name them. */
@Repository
public class CalendarNames {

  private final JdbcClient jdbc;

  CalendarNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a calendar of this name has been published. */
  public boolean isPublished(String name) {
    return jdbc.sql("select count(*) from calendar_version where name = ?")
            .param(name)
            .query(Integer.class)
            .single()
        > 0;
  }
}
