package dev.baton.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes on one database give work to the people of a team at the same time. */
class SharedAssignmentIT {

  private static final int REPORTS = 100;
  private static final int THREADS = 8;
  private static final String IN_TURN = "field-service";
  private static final String BY_LOAD = "workplace";

  @Test
  void twoNodesNeverPickByTheSameTurn() throws Exception {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    try (Node one = Node.start(schema, true);
        Node other = Node.start(schema, true)) {
      one.desk();
      other.desk();
      people(one.bean(StaffDirectory.class), IN_TURN, "fay", "fin", "flo", "fred");
      people(one.bean(StaffDirectory.class), BY_LOAD, "walt", "wanda", "will");
      JdbcTemplate database = one.bean(JdbcTemplate.class);

      reportAtBoth(one, other);
      awaitRouted(database);

      assertThat(given(database, IN_TURN).values()).containsExactly(25, 25, 25, 25);
      assertThat(turnsOf(database, IN_TURN))
          .as("no turn was lost or taken twice")
          .isEqualTo(REPORTS);
      assertThat(given(database, BY_LOAD).values())
          .hasSize(3)
          .allSatisfy(load -> assertThat(load).isBetween(33, 34));
      assertThat(database.queryForList("select ID_ from ACT_RU_INCIDENT", String.class)).isEmpty();
    } finally {
      schema.drop();
    }
  }

  private static void people(StaffDirectory staff, String team, String... logins) {
    staff.register(new TeamView(team, "The " + team));
    for (String login : logins) {
      staff.register(
          new AgentView(
              login,
              login,
              login + "@desk.example",
              ZoneOffset.UTC,
              Locale.ENGLISH,
              Set.of(Role.AGENT),
              Set.of(team),
              true),
          null);
    }
  }

  /** A hundred for each of the teams, turn and turn about. */
  private static void reportAtBoth(Node one, Node other) throws Exception {
    ExecutorService reporters = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<IncidentNumber>> reports = new ArrayList<>();
      for (int i = 0; i < REPORTS; i++) {
        Node node = i % 2 == 0 ? one : other;
        reports.add(() -> node.desk().defaultReport().forTeam(IN_TURN).report());
        reports.add(() -> node.desk().defaultReport().forTeam(BY_LOAD).report());
      }
      for (Future<IncidentNumber> reported : reporters.invokeAll(reports)) {
        reported.get();
      }
    } finally {
      reporters.shutdown();
    }
  }

  private static void awaitRouted(JdbcTemplate database) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                database.queryForObject(
                    "select count(*) from incident where status = 'RECEIVED'", Long.class),
            left -> left == 0);
  }

  private static Map<String, Integer> given(JdbcTemplate database, String team) {
    return database
        .queryForList("select assignee from incident where team = ?", String.class, team)
        .stream()
        .collect(Collectors.groupingBy(login -> login, Collectors.summingInt(login -> 1)));
  }

  private static Integer turnsOf(JdbcTemplate database, String team) {
    return database.queryForObject(
        "select turn from assignment_turn where team = ?", Integer.class, team);
  }
}
