package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.escalation.IncidentWatch;
import dev.baton.escalation.coverage.Coverage;
import dev.baton.escalation.coverage.CoverageCheck;
import dev.baton.escalation.coverage.CoverageScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the checks cost: 14 days of coverage of 5,000 agents in 200 teams, on shifts that turn every
 * week; and a look through 30,000 open incidents. {@code -Dbench.agents}, {@code bench.teams} and
 * {@code bench.incidents} size it.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageBench {

  private static final int AGENTS = Integer.getInteger("bench.agents", 5_000);
  private static final int TEAMS = Integer.getInteger("bench.teams", 200);
  private static final int INCIDENTS = Integer.getInteger("bench.incidents", 30_000);

  private final Map<String, Object> results = new TreeMap<>();
  private BenchDesk desk;
  private JdbcTemplate database;
  private TransactionTemplate transaction;

  @BeforeAll
  void open() {
    desk = BenchDesk.open();
    database = desk.bean(JdbcTemplate.class);
    transaction = desk.bean(TransactionTemplate.class);
  }

  @AfterAll
  void close() throws IOException {
    desk.close();
    Files.writeString(
        Path.of("target", "bench-coverage.json"),
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(results));
  }

  @Test
  void checksTheCoverageOfFourteenDays() {
    transaction.executeWithoutResult(begun -> insertStaff());
    CoverageCheck check = desk.bean(CoverageCheck.class);

    measure(
        "1. first check, all gaps new and 200 tasks raised", () -> check.check(CoverageScope.ALL));
    measure("2. check again, nothing changed", () -> check.check(CoverageScope.ALL));
    measure("3. check of one team", () -> check.check(CoverageScope.of("t7")));
    measure("4. all gaps read", () -> desk.bean(Coverage.class).now());

    results.put("gaps", desk.bean(Coverage.class).now().gaps().size());
    assertThat(desk.bean(Coverage.class).now().gaps()).isNotEmpty();
  }

  @Test
  void looksThroughOpenIncidents() {
    transaction.executeWithoutResult(begun -> insertIncidents());
    IncidentWatch watch = desk.bean(IncidentWatch.class);
    database.execute("analyze table incident, journal_entry, contact");

    measure("5. look through 30,000 open incidents, none stuck", watch::look);

    assertThat(results).isNotEmpty();
  }

  private void measure(String what, Runnable work) {
    long best = Long.MAX_VALUE;
    long first = 0;
    for (int round = 0; round < 3; round++) {
      long begin = System.nanoTime();
      work.run();
      long took = (System.nanoTime() - begin) / 1_000_000;
      first = round == 0 ? took : first;
      best = Math.min(best, took);
    }
    results.put(what + ", ms first / best", first + " / " + best);
    System.out.println(what + ", ms first / best: " + first + " / " + best);
  }

  private void insertStaff() {
    database.batchUpdate(
        "insert into team (code, name) values (?, ?)",
        IntStream.range(0, TEAMS).mapToObj(i -> new Object[] {"t" + i, "Team " + i}).toList());
    database.batchUpdate(
        "insert into agent (login, name, zone, language, active)"
            + " values (?, ?, 'Europe/Berlin', 'en', true)",
        IntStream.range(0, AGENTS)
            .mapToObj(i -> new Object[] {"c%05d".formatted(i), "Agent %05d".formatted(i)})
            .toList());
    int perTeam = AGENTS / TEAMS;
    String place = "cast(substr(login, 2) as unsigned)";
    database.update(
        "insert into agent_role select id, case %s %% %d when 0 then 'TEAM_LEAD' when 1 then"
                .formatted(place, perTeam)
            + " 'SENIOR_AGENT' when 2 then 'SENIOR_AGENT' when 3 then 'SENIOR_AGENT' else 'AGENT'"
            + " end from agent where login like 'c%'");
    database.update(
        "insert into agent_team select a.id, t.id from agent a join team t"
            + " on t.code = concat('t', %s div %d) where a.login like 'c%%'"
                .formatted(place, perTeam));
    for (int shift = 0; shift < 3; shift++) {
      database.update(
          "insert into rota_weekly (agent_id, team_id, days, start_minute, end_minute, zone,"
              + " valid_from, valid_to, every_weeks) select id, null, 31, ?, ?, 'Europe/Berlin',"
              + " date_add('2026-01-05', interval 7 * ((id + ?) % 3) day), null, 3 from agent"
              + " where login like 'c%'",
          new int[] {360, 840, 1_320}[shift], new int[] {840, 1_320, 360}[shift], shift);
    }
    database.update("update staff_revision set revision = revision + 1 where id = 1");
    database.update(
        "update agent set revision = (select revision from staff_revision where id = 1)");
  }

  /** Each with ten lines in its journal, the last but one some progress. */
  private void insertIncidents() {
    database.update(
        "insert into incident (id, number, client_id, client_code, requester_id, requester_name,"
            + " requester_vip, channel, subject, status, impact, urgency, priority, team,"
            + " team_asked, second_line, hold_reminders, reassignments, reopenings, opened_at,"
            + " version)"
            + " select 1000000 + seq, concat('INC-2025-', lpad(seq, 6, '0')), c.id, c.code, 1, 'x',"
            + " false, 'EMAIL', 'x', 'ASSIGNED', 'LOW', 'LOW', 'P3', 't1', false, false, 0, 1, 0,"
            + " utc_timestamp() - interval 5 day, 0 from seq_1_to_"
            + INCIDENTS
            + ", (select id, code from client limit 1) c");
    database.update(
        "insert into journal_entry (id, incident_id, at, kind, actor, origin, text, visibility)"
            + " select 10000000 + i.seq * 10 + e.seq, 1000000 + i.seq,"
            + " utc_timestamp() - interval (10 - e.seq) * 300 + 1 minute,"
            + " if(e.seq > 8, 'ESCALATED', 'ASSIGNED'), 'x', 'API', 'x', 'INTERNAL'"
            + " from seq_1_to_"
            + INCIDENTS
            + " i, seq_0_to_9 e");
  }
}
