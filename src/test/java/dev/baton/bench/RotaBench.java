package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.OneOffShift;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.Rota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What it costs to ask who is on duty: 5,000 agents in 200 teams, a year of rota, once as weekly
 * shifts and once as 260 single shifts each. {@code -Dbench.agents}, {@code bench.teams} and {@code
 * bench.asks} size it.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotaBench {

  private static final int AGENTS = Integer.getInteger("bench.agents", 5_000);
  private static final int TEAMS = Integer.getInteger("bench.teams", 200);
  private static final int ASKS = Integer.getInteger("bench.asks", 20_000);
  private static final Instant YEAR = Instant.parse("2026-01-05T00:00:00Z");
  private static final List<Role> ROLES = List.of(Role.AGENT, Role.SENIOR_AGENT, Role.TEAM_LEAD);
  private static final String NEW_REVISION =
      "update staff_revision set revision = revision + 1 where id = 1";
  private static final String ALL_CHANGED =
      "update agent set revision = (select revision from staff_revision where id = 1)";

  private static final List<String> PAGES =
      List.of(
          "/desk/people",
          "/desk/people?q=Agent+0412",
          "/desk/people?team=t17",
          "/desk/people/week?team=t17&week=2026-03-02",
          "/desk/people/month?team=t17&month=2026-03",
          "/desk/people/day?team=t17&login=a00430&day=2026-03-03",
          "/desk/people/agents/a00430",
          "/desk/escalations",
          "/desk/admin/agents",
          "/desk/admin/agents?q=0412",
          "/desk/admin/teams",
          "/desk/admin/setup");

  private final Map<String, Object> results = new LinkedHashMap<>();
  private final List<Long> changed = new ArrayList<>();
  private final Random random = new Random(26);
  private BenchDesk desk;
  private Duty duty;
  private JdbcTemplate database;
  private TransactionTemplate transaction;

  @BeforeAll
  void open() {
    desk = BenchDesk.open();
    duty = desk.bean(Duty.class);
    database = desk.bean(JdbcTemplate.class);
    transaction = desk.bean(TransactionTemplate.class);
    transaction.executeWithoutResult(status -> insertTeamsAndAgents());
    change(
        "insert into deputy (agent_id, deputy_id, role, starts_at, ends_at)"
            + " select id, id + 1, null, '2026-01-01', null from agent where login like 'a0%'"
            + " and id % 10 = 0");
  }

  private void insertTeamsAndAgents() {
    database.batchUpdate(
        "insert into team (code, name) values (?, ?)",
        IntStream.range(0, TEAMS).mapToObj(i -> new Object[] {"t" + i, "Team " + i}).toList());
    database.batchUpdate(
        "insert into agent (login, name, zone, language, active)"
            + " values (?, ?, 'Europe/Berlin', 'en', true)",
        IntStream.range(0, AGENTS)
            .mapToObj(i -> new Object[] {login(i), "Agent %05d".formatted(i)})
            .toList());
    int perTeam = AGENTS / TEAMS;
    for (int i = 0; i < AGENTS; i++) {
      int place = i % perTeam;
      Role role = place == 0 ? Role.TEAM_LEAD : place < 7 ? Role.SENIOR_AGENT : Role.AGENT;
      database.update(
          "insert into agent_role select id, ? from agent where login = ?", role.name(), login(i));
      database.update(
          "insert into agent_team select a.id, t.id from agent a join team t on t.code = ?"
              + " where a.login = ?",
          "t" + i / perTeam,
          login(i));
    }
  }

  private static String login(int i) {
    return "a%05d".formatted(i);
  }

  private void change(String... statements) {
    transaction.executeWithoutResult(
        status -> {
          database.update(NEW_REVISION);
          for (String statement : statements) {
            database.update(statement);
          }
          database.update(ALL_CHANGED);
        });
  }

  @Test
  void asksWhoIsOnDuty() {
    // Three shifts that turn every week, and one Saturday in four.
    String weekly =
        "insert into rota_weekly (agent_id, team_id, days, start_minute, end_minute, zone,"
            + " valid_from, valid_to, every_weeks) select id, null, %d, %d, %d, 'Europe/Berlin',"
            + " date_add('2026-01-05', interval 7 * ((id + %d) %% %d) day), null, %d from agent";
    change(
        weekly.formatted(31, 360, 840, 0, 3, 3),
        weekly.formatted(31, 840, 1_320, 1, 3, 3),
        weekly.formatted(31, 1_320, 360, 2, 3, 3),
        weekly.formatted(32, 480, 960, 0, 4, 4));
    measure("weekly shifts");
    measurePages("weekly shifts");

    change(
        "delete from rota_weekly",
        "insert into rota_one_off (agent_id, team_id, starts_at, ends_at, kind, source)"
            + " with recursive days as (select 0 n union all select n + 1 from days where n < 259)"
            + " select a.id, null,"
            + " date_add('2026-01-05 05:00:00', interval (n div 5 * 168 + n mod 5 * 24"
            + "   + (a.id + n div 5) mod 3 * 8) hour),"
            + " date_add('2026-01-05 13:00:00', interval (n div 5 * 168 + n mod 5 * 24"
            + "   + (a.id + n div 5) mod 3 * 8) hour), 'EXTRA', 'planner' from agent a, days");
    measure("single shifts");
    measurePages("single shifts");

    assertThat(results).isNotEmpty();
  }

  private void measure(String rota) {
    DutyList list = desk.bean(DutyList.class);
    long before = heap();
    note(rota + ", read whole, ms", millis(() -> duty.presence(login(0), YEAR)));
    note(rota + ", heap, MB", (heap() - before) >> 20);
    boolean quiet = QuietMachine.await();
    note(rota + ", quiet machine", quiet);
    for (int round = 0; round < 2; round++) {
      percentiles(rota + ", presence", ASKS, at -> duty.presence(login(any(AGENTS)), at));
      percentiles(rota + ", presences of a team's role", ASKS, at -> duty.presences(post(), at));
      percentiles(
          rota + ", presences of a team",
          ASKS / 4,
          at -> duty.presences(new Post("t" + any(TEAMS), null), at));
      percentiles(
          rota + ", responder",
          ASKS,
          at -> duty.responder(post(), at, List.of(), login -> login.hashCode() & 7));
      percentiles(
          rota + ", responder of 200 team leads",
          ASKS / 20,
          at ->
              duty.responder(
                  new Post(null, Role.TEAM_LEAD), at, List.of(), login -> login.hashCode() & 7));
      percentiles(
          rota + ", responder of 3,600 agents",
          ASKS / 100,
          at ->
              duty.responder(
                  new Post(null, Role.AGENT), at, List.of(), login -> login.hashCode() & 7));
    }
    List<String> teams = IntStream.range(0, TEAMS).mapToObj(i -> "t" + i).toList();
    percentiles(
        rota + ", a page of everybody",
        ASKS / 100,
        at -> list.find(new DutyList.DutyQuery(teams, null, at, at, any(AGENTS), 50)));
    percentiles(
        rota + ", a page by name",
        ASKS / 100,
        at -> list.find(new DutyList.DutyQuery(teams, "7" + any(10), at, at, 0, 50)));
    percentiles(
        rota + ", the week of a team's people",
        ASKS / 100,
        at -> weekOf(list, "t" + any(TEAMS), at));
    percentiles(rota + ", presence after a change of one", 100, this::changeOneAndAsk);
    int[] gaps = {0};
    Instant from = YEAR.plus(Duration.ofDays(60));
    note(
        rota + ", uncovered of all posts for 14 days, ms",
        millis(
            () -> {
              for (int team = 0; team < TEAMS; team++) {
                for (Role role : ROLES) {
                  gaps[0] +=
                      duty.uncovered(
                              new Post("t" + team, role), from, from.plus(Duration.ofDays(14)))
                          .size();
                }
              }
            }));
    note(rota + ", gaps found", gaps[0]);
  }

  /** The pages on which leads work with the rota, in milliseconds, by two readers. */
  private void measurePages(String rota) {
    PageReaders readers = new PageReaders(desk.port());
    for (String path : PAGES) {
      note(rota + ", page " + path + ", ms p95", "%.0f".formatted(readers.p95(path)));
    }
  }

  private void weekOf(DutyList list, String team, Instant from) {
    Instant to = from.plus(Duration.ofDays(7));
    DutyList.DutyPage page =
        list.find(new DutyList.DutyQuery(List.of(team), null, from, to, 0, 50));
    List<String> logins =
        page.teams().get(0).people().stream().map(person -> person.presence().login()).toList();
    assertThat(desk.bean(Rota.class).ofPeople(team, logins, from, to)).isNotNull();
    for (Role role : ROLES) {
      duty.uncovered(new Post(team, role), from, to);
    }
  }

  private void changeOneAndAsk(Instant at) {
    String login = login(any(AGENTS));
    EditShifts shifts = desk.bean(EditShifts.class);
    OneOffShift off =
        shifts.keep(
            new OneOffShift(
                0, login, null, at, at.plusSeconds(60), OneOffShift.OneOffShiftKind.OFF, null));
    long begin = System.nanoTime();
    assertThat(duty.presence(login, at).onDuty()).isFalse();
    changed.add(System.nanoTime() - begin);
    shifts.removeOneOff(login, off.id());
  }

  private void percentiles(String what, int asks, Consumer<Instant> ask) {
    changed.clear();
    long[] nanos = new long[asks];
    for (int i = 0; i < asks; i++) {
      Instant at = YEAR.plusSeconds(random.nextInt(360 * 86_400));
      long begin = System.nanoTime();
      ask.accept(at);
      nanos[i] = System.nanoTime() - begin;
    }
    if (!changed.isEmpty()) {
      nanos = changed.stream().mapToLong(each -> each).toArray();
    }
    Arrays.sort(nanos);
    note(
        what + ", µs p50 / p99",
        "%d / %d"
            .formatted(
                nanos[nanos.length / 2] / 1_000, nanos[(int) (nanos.length * 0.99)] / 1_000));
  }

  private void note(String what, Object value) {
    results.put(what, value);
    System.out.printf("%-64s %s%n", what, value);
  }

  private Post post() {
    return new Post("t" + any(TEAMS), ROLES.get(any(ROLES.size())));
  }

  private int any(int bound) {
    return random.nextInt(bound);
  }

  private static long millis(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @AfterAll
  void close() throws IOException {
    Path file = Path.of("target", "bench", "rota.json");
    Files.createDirectories(file.getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), results);
    System.out.println("JSON: " + file);
    desk.close();
  }
}
