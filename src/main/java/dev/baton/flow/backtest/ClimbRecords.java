package dev.baton.flow.backtest;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts climbs and breaches in the tables themselves: an audit must not ask those whom it audits.
 */
final class ClimbRecords {

  private static final int EXAMPLES = 20;

  private static final String UNCLIMBED =
      """
      select o.incident
      from obligation o
      left join clock_milestone m on m.obligation_id = o.id and m.milestone = 'BREACH'
      where o.breached_at is not null
        and not exists (select 1 from climb_entry c
                        where c.source = concat('clock:', o.id, ':BREACH:', m.epoch))
      order by o.incident
      """;

  private final JdbcTemplate database;

  ClimbRecords(JdbcTemplate database) {
    this.database = database;
  }

  private record Done(String kind, int rung, int count) {}

  ClimbCounts counts() {
    Map<String, Integer> byState = byName("select state, count(*) from escalation group by state");
    Map<String, Integer> byKind = byName("select kind, count(*) from climb_entry group by kind");
    List<String> unclimbed = database.queryForList(UNCLIMBED, String.class);
    int all = byState.values().stream().mapToInt(Integer::intValue).sum();
    int notClimbed = byState.getOrDefault("NOT_CLIMBED", 0);
    int settled = byState.getOrDefault("SETTLED", 0);
    int withdrawn = byState.getOrDefault("WITHDRAWN", 0);
    return new ClimbCounts(
        all - notClimbed,
        notClimbed,
        settled,
        withdrawn,
        all - notClimbed - settled - withdrawn,
        perRung(),
        perWeek(),
        byKind.getOrDefault("TOLD", 0),
        byKind.getOrDefault("ACKNOWLEDGED", 0),
        byKind.getOrDefault("SILENT", 0),
        byKind.getOrDefault("SKIPPED", 0),
        byKind.getOrDefault("GAP", 0),
        count("select count(*) from obligation where breached_at is not null"),
        unclimbed.size(),
        unclimbed.stream().distinct().limit(EXAMPLES).toList());
  }

  private Map<Integer, ClimbCounts.OnRung> perRung() {
    Map<Integer, Map<String, Integer>> done = new TreeMap<>();
    database
        .query(
            "select kind, rung, count(*) from climb_entry where rung > 0 group by kind, rung",
            (row, number) -> new Done(row.getString(1), row.getInt(2), row.getInt(3)))
        .forEach(
            one ->
                done.computeIfAbsent(one.rung(), rung -> new HashMap<>())
                    .put(one.kind(), one.count()));
    Map<Integer, String> roles = new HashMap<>();
    database.query(
        "select number, group_concat(distinct role order by role separator ', ')"
            + " from escalation_rung group by number",
        row -> {
          roles.put(row.getInt(1), row.getString(2));
        });
    Map<Integer, ClimbCounts.OnRung> perRung = new TreeMap<>();
    roles.forEach(
        (rung, role) -> perRung.put(rung, onRung(role, done.getOrDefault(rung, Map.of()))));
    return perRung;
  }

  private static ClimbCounts.OnRung onRung(String role, Map<String, Integer> done) {
    return new ClimbCounts.OnRung(
        role.toLowerCase(Locale.ROOT).replace('_', '-'),
        done.getOrDefault("TOLD", 0),
        done.getOrDefault("ACKNOWLEDGED", 0),
        done.getOrDefault("SILENT", 0),
        done.getOrDefault("SKIPPED", 0));
  }

  private List<ClimbCounts.Week> perWeek() {
    Map<String, Map<Integer, Integer>> weeks = new TreeMap<>();
    database.query(
        "select date(at), rung, count(*) from climb_entry where kind = 'TOLD'"
            + " group by date(at), rung",
        row -> {
          weeks
              .computeIfAbsent(week(row.getDate(1).toLocalDate()), week -> new TreeMap<>())
              .merge(row.getInt(2), row.getInt(3), Integer::sum);
        });
    List<ClimbCounts.Week> perWeek = new ArrayList<>();
    weeks.forEach((week, byRung) -> perWeek.add(new ClimbCounts.Week(week, byRung)));
    return perWeek;
  }

  static String week(LocalDate day) {
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private Map<String, Integer> byName(String query) {
    Map<String, Integer> counts = new HashMap<>();
    database.query(
        query,
        row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  private int count(String query, Object... values) {
    Integer count = database.queryForObject(query, Integer.class, values);
    return count == null ? 0 : count;
  }
}
