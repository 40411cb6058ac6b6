package dev.baton.incident.report;

import dev.baton.incident.IncidentNumber;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out incident numbers. The database gives each node blocks of 20, outside of transactions;
 * no number is given twice, and a stopped node leaves at most 19 unused.
 */
@Component
class IncidentNumbers {

  private static final int BLOCK = 20;

  private final JdbcClient jdbc;
  private final Clock clock;
  private long next;
  private long end;

  IncidentNumbers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  synchronized IncidentNumber next() {
    if (next == end) {
      next = jdbc.sql("select next value for incident_number").query(Long.class).single();
      end = next + BLOCK;
    }
    int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
    return IncidentNumber.of(year, next++);
  }
}
