package dev.baton.flow.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.flow.backtest.BacktestProcess;
import dev.baton.flow.backtest.BacktestProcess.Ended;
import dev.baton.flow.backtest.log.Logs;
import dev.baton.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as a program of its own: a scratch database, the real flow, the reports. */
class BacktestIT {

  private static final Path SAMPLE =
      Path.of("..", "shared", "data", "servicenow-incidents", "incident_event_log.sample.csv");
  private static final Path AGREEMENTS =
      Path.of("src", "test", "resources", "backtest", "agreements.yaml");
  private static final Path ROTA = Path.of("src", "test", "resources", "backtest", "rota.yaml");

  @TempDir Path folder;

  @Test
  void replaysTheExampleOnAServerAndLeavesNothingThere() throws Exception {
    Path log = Logs.gzip(folder, Logs.example() + "INC9000007,New\n");
    TestDatabase.Schema desk = TestDatabase.freshSchema();

    Ended command =
        backtest(
            Map.of(
                "BATON_DB_URL", desk.url(),
                "BATON_DB_USER", desk.user(),
                "BATON_DB_PASSWORD", desk.password()),
            "--log",
            log.toString(),
            "--report",
            folder.resolve("report").toString());

    assertThat(command.exit()).as(command.said()).isZero();
    assertThat(command.said()).contains("line 38 has 2 columns").contains("100.00 %");
    assertReplayed(json(folder.resolve("report")));
    assertThat(Files.readString(folder.resolve("report/report.html"))).contains("<polyline");
    assertThat(tablesIn(desk)).isZero();
    assertThat(schemas(desk)).noneMatch(name -> name.startsWith("baton_backtest_"));
    desk.drop();
  }

  private static void assertReplayed(JsonNode report) {
    assertThat(report.get("incidents").asInt()).isEqualTo(6);
    assertThat(report.get("events").asInt()).isEqualTo(36);
    assertThat(report.get("badLines")).hasSize(1);
    assertThat(report.get("disagreements"))
        .extracting(one -> one.get("incident").asText() + " " + one.get("what").asText())
        .containsExactly(
            "INC9000005 reopenings",
            "INC9000005 autoClose",
            "INC9000006 reassignments",
            "INC9000006 autoClose");
    assertThat(refusals(report))
        .isEqualTo(
            Map.of(
                SkippedEvent.UNKNOWN_STATE.reason(), 1,
                SkippedEvent.REOPENS_CLOSED.reason(), 2,
                SkippedEvent.CLOSED_BY_TIMER.reason(), 1));
  }

  @Test
  void judgesTheSampleAsItsOwnDeskDidByClocksAndTimersOfTheFlow() throws Exception {
    assumeTrue(Files.exists(SAMPLE), "There is no sample of a real log at " + SAMPLE);

    Ended command =
        backtest(
            Map.of(),
            "--log",
            SAMPLE.toString(),
            "--agreements",
            AGREEMENTS.toString(),
            "--report",
            folder.toString());

    assertThat(command.exit()).as(command.said()).isZero();
    JsonNode report = json(folder);
    assertThat(report.get("incidents").asInt()).isEqualTo(228);
    assertThat(report.get("agreement"))
        .allSatisfy(share -> assertThat(share.asDouble()).isGreaterThan(0.99));
    assertThat(report.at("/verdictAgreement/cases").asInt()).isGreaterThan(200);
    assertThat(report.at("/verdictAgreement/share").asDouble()).isGreaterThan(0.99);
    assertThat(report.at("/obligations/met").asInt()).isPositive();
    assertThat(report.at("/obligations/breached").asInt())
        .isPositive()
        .isEqualTo(report.at("/milestones/BREACH").asInt());
    assertThat(command.said()).contains("Log's verdict");
    assertThat(report.has("escalations")).isFalse();
  }

  @Test
  void climbsTheLadderForEveryBreachAndDisturbsNothing() throws Exception {
    assumeTrue(Files.exists(SAMPLE), "There is no sample of a real log at " + SAMPLE);

    Ended command =
        backtest(
            Map.of(),
            "--log",
            SAMPLE.toString(),
            "--limit",
            "60",
            "--agreements",
            AGREEMENTS.toString(),
            "--rota",
            ROTA.toString(),
            "--report",
            folder.toString());

    assertThat(command.exit()).as(command.said()).isZero();
    JsonNode report = json(folder);
    JsonNode escalations = report.get("escalations");
    assertThat(escalations.get("raised").asInt()).isPositive();
    assertThat(escalations.get("acknowledged").asInt()).isPositive();
    assertThat(escalations.get("silent").asInt()).isPositive();
    assertThat(escalations.get("breaches").asInt())
        .isPositive()
        .isEqualTo(report.at("/milestones/BREACH").asInt());
    assertThat(escalations.get("breachesWithoutEscalation").asInt()).isZero();
    assertThat(escalations.get("perWeek")).isNotEmpty();
    assertThat(report.get("agreement"))
        .allSatisfy(share -> assertThat(share.asDouble()).isGreaterThan(0.99));
  }

  @Test
  void refusesAgreementsThatCannotBeRead() throws Exception {
    Path log = Logs.plain(folder, Logs.example());
    Path unclear = Files.writeString(folder.resolve("unclear.yaml"), "agreements: [{promises: 1}]");

    Ended absent =
        backtest(Map.of(), "--log", log.toString(), "--agreements", folder + "/absent.yaml");
    Ended refused = backtest(Map.of(), "--log", log.toString(), "--agreements", unclear.toString());

    assertThat(absent.exit()).isEqualTo(2);
    assertThat(absent.said()).startsWith("The agreements ").contains("absent.yaml");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.said()).contains("unclear.yaml").contains("promises");
  }

  @Test
  void refusesWrongUseAndUnreadableLogsBeforeItStartsAnything() throws Exception {
    Ended absent = backtest(Map.of(), "--log", folder.resolve("absent.csv").toString());
    Ended unclear = backtest(Map.of(), "--limit", "3");

    assertThat(absent.exit()).isEqualTo(2);
    assertThat(absent.said()).startsWith("There is no file");
    assertThat(unclear.exit()).isEqualTo(2);
    assertThat(unclear.said()).startsWith("Say which incidents: --log FILE or --desk.");
  }

  @Test
  void explainsItself() throws Exception {
    Ended command = backtest(Map.of(), "--help");

    assertThat(command.exit()).isZero();
    assertThat(command.said()).startsWith("Usage: ");
  }

  private Ended backtest(Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    return BacktestProcess.run(folder, environment, options);
  }

  private static JsonNode json(Path report) throws IOException {
    return new ObjectMapper().readTree(report.resolve("report.json").toFile());
  }

  private static Map<String, Integer> refusals(JsonNode report) {
    Map<String, Integer> events = new TreeMap<>();
    report
        .get("refusals")
        .forEach(group -> events.put(group.get("reason").asText(), group.get("events").asInt()));
    return events;
  }

  private static long tablesIn(TestDatabase.Schema schema) throws SQLException {
    return names(
            schema,
            "select table_name from information_schema.tables where table_schema = '"
                + schema.name()
                + "'")
        .count();
  }

  private static Stream<String> schemas(TestDatabase.Schema schema) throws SQLException {
    return names(schema, "select schema_name from information_schema.schemata");
  }

  private static Stream<String> names(TestDatabase.Schema schema, String query)
      throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Stream.Builder<String> names = Stream.builder();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names.build();
    }
  }
}
