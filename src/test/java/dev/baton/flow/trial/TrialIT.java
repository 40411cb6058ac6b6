package dev.baton.flow.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.BatonApplication;
import dev.baton.engine.release.PackagedRelease;
import dev.baton.flow.backtest.BacktestProcess;
import dev.baton.flow.backtest.BacktestProcess.Ended;
import dev.baton.flow.backtest.log.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the trial as a program of its own, which replays the log in two more. */
class TrialIT {

  private static final String AGREEMENTS = "src/test/resources/backtest/agreements.yaml";
  private static final String ROTA = "src/test/resources/backtest/rota.yaml";
  private static final Path LIFECYCLE = Path.of("processes", "incident-lifecycle.bpmn");
  private static final Path PRIORITY = Path.of("processes", "priority.dmn");
  private static final String TO_RECORDING =
      "sourceRef=\"isResolved\" targetRef=\"recordResolution\"";

  /** A second person approves, an audit reports back, and a working hour passes. */
  private static final String APPROVAL =
      """
      <bpmn:userTask id="approve" name="Approve" camunda:formRef="approve" camunda:formRefBinding="deployment">
        <bpmn:extensionElements>
          <camunda:properties>
            <camunda:property name="baton.kind" value="approval" />
            <camunda:property name="baton.notBy" value="resolver" />
          </camunda:properties>
        </bpmn:extensionElements>
      </bpmn:userTask>
      <bpmn:sequenceFlow id="approveToIsApproved" sourceRef="approve" targetRef="isApproved" />
      <bpmn:exclusiveGateway id="isApproved" name="Approved?" default="isApprovedToWork" />
      <bpmn:sequenceFlow id="isApprovedToWork" sourceRef="isApproved" targetRef="work" />
      <bpmn:sequenceFlow id="isApprovedToAudited" sourceRef="isApproved" targetRef="audited">
        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'approved'}</bpmn:conditionExpression>
      </bpmn:sequenceFlow>
      <bpmn:intermediateCatchEvent id="audited" name="Audited">
        <bpmn:messageEventDefinition messageRef="auditedMessage" />
      </bpmn:intermediateCatchEvent>
      <bpmn:sequenceFlow id="auditedToComputePause" sourceRef="audited" targetRef="computePause" />
      <bpmn:serviceTask id="computePause" name="Compute the pause" camunda:delegateExpression="${computeDueDate}">
        <bpmn:extensionElements>
          <camunda:inputOutput>
            <camunda:inputParameter name="amount">1</camunda:inputParameter>
            <camunda:inputParameter name="unit">WORKING_HOURS</camunda:inputParameter>
          </camunda:inputOutput>
        </bpmn:extensionElements>
      </bpmn:serviceTask>
      <bpmn:sequenceFlow id="computePauseToPaused" sourceRef="computePause" targetRef="paused" />
      <bpmn:intermediateCatchEvent id="paused" name="Pause over">
        <bpmn:timerEventDefinition>
          <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${dueAt}</bpmn:timeDate>
        </bpmn:timerEventDefinition>
      </bpmn:intermediateCatchEvent>
      <bpmn:sequenceFlow id="pausedToRecordResolution" sourceRef="paused" targetRef="recordResolution" />
      """;

  private static final String ANSWERS =
      """
      answers:
        - step: approve
          after: [10, 30]
          outcomes:
            - share: 0.6
              values: {outcome: approved}
            - share: 0.4
              values: {outcome: rejected, note: Say more.}
      default: {after: 15}
      """;

  /** As somebody calls it: the trial then sets up its Java by itself. */
  private static final List<String> ASKING_FOR_NOTHING = List.of();

  @TempDir Path folder;
  private Path flows;
  private Path log;

  @BeforeEach
  void prepare() throws IOException {
    flows = Files.createDirectory(folder.resolve("flows"));
    log = Logs.plain(folder, Logs.example());
  }

  private Ended trial(String... options) throws IOException, InterruptedException {
    return BacktestProcess.run(folder, Map.of(), arguments(options));
  }

  private String[] arguments(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--log", log.toString(),
                "--flows", flows.toString(),
                "--agreements", AGREEMENTS,
                "--report", folder.resolve("report").toString()));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report/report.json").toFile());
  }

  private void edit(Path file, String... edits) throws IOException {
    String text = Files.readString(file);
    for (int i = 0; i < edits.length; i += 2) {
      assertThat(text).contains(edits[i]);
      text = text.replace(edits[i], edits[i + 1]);
    }
    Files.writeString(flows.resolve(file.getFileName()), text);
  }

  /** P3 becomes P2 wherever the matrix says it; only P3 and P4 are promised anything. */
  private void raiseP3() throws IOException {
    String text = Files.readString(PRIORITY);
    int matrix = text.indexOf("<decision id=\"matrixPriority\"");
    Files.writeString(
        flows.resolve(PRIORITY.getFileName()),
        text.substring(0, matrix)
            + text.substring(matrix).replace("<text>\"P3\"</text>", "<text>\"P2\"</text>"));
  }

  @Test
  void theLiveReleaseDiffersFromItselfInNothing() throws Exception {
    Files.copy(PRIORITY, flows.resolve(PRIORITY.getFileName()));
    Files.copy(LIFECYCLE, flows.resolve(LIFECYCLE.getFileName()));

    Ended command = trial("--rota", ROTA);

    assertThat(command.exit()).as(command.said()).isZero();
    assertThat(command.said()).contains("6 incidents replayed").contains("differ in nothing");
    JsonNode report = report();
    assertThat(report.get("changedFiles")).isEmpty();
    assertThat(report.at("/all/differing").asInt()).isZero();
    assertThat(report.get("causes")).isEmpty();
    assertThat(report.at("/all/promises/0/live/BROKEN").asInt()).isPositive();
    assertThat(report.at("/all/escalations")).isNotEmpty();
    assertThat(counts(report.at("/all/messages"))).containsKeys("RECEIVED", "RESOLVED");
    assertThat(counts(report.at("/all/work")))
        .containsKey("agent/group-1")
        .allSatisfy((who, sides) -> assertThat(sides.get(0)).isEqualTo(sides.get(1)));
    assertThat(Files.readString(folder.resolve("report/report.html"))).contains("live/report.html");
  }

  @Test
  void anOwnersNewStepsRunThroughAndAPriorityWithoutAPromiseIsNoGain() throws Exception {
    raiseP3();
    Files.copy(Path.of("processes", "fragments", "approve.form"), flows.resolve("approve.form"));
    edit(
        LIFECYCLE,
        TO_RECORDING,
        TO_RECORDING.replace("recordResolution", "approve"),
        "<bpmn:userTask id=\"confirmResolution\"",
        APPROVAL + "<bpmn:userTask id=\"confirmResolution\"",
        "<bpmn:message id=\"incidentReportedMessage\"",
        "<bpmn:message id=\"auditedMessage\" name=\"audited\" />"
            + "<bpmn:message id=\"incidentReportedMessage\"");
    Path answers = Files.writeString(folder.resolve("answers.yaml"), ANSWERS);

    Ended command = trial("--answers", answers.toString());

    assertThat(command.exit()).as(command.said()).isZero();
    JsonNode report = report();
    assertNotPromised(report);
    assertRunThrough(report);
    assertThat(command.said()).contains("The log does not know \"Audited\"");
  }

  private static void assertNotPromised(JsonNode report) {
    JsonNode resolution = report.at("/all/promises/0");
    int gone = resolution.get("notPromisedAnyMore").asInt();
    assertThat(gone).isPositive();
    assertThat(resolution.get("newlyPromised").asInt()).isZero();
    assertThat(resolution.get("brokenAndNotPromisedAnyMore").asInt())
        .isPositive()
        .isLessThanOrEqualTo(
            resolution.at("/live/BROKEN").asInt() - resolution.at("/proposed/BROKEN").asInt());
    assertThat(resolution.at("/byPriority/P3/promises/0/proposed/KEPT").asInt()).isZero();
    assertThat(causes(report)).containsKey("Priority changes from P3 to P2");
  }

  private static void assertRunThrough(JsonNode report) {
    Map<String, JsonNode> played = new HashMap<>();
    report.get("playedSteps").forEach(step -> played.put(step.get("label").asText(), step));
    assertThat(played).containsOnlyKeys("Approve", "Audited");
    assertThat(played.get("Approve").get("played").asInt()).isPositive();
    assertThat(played.get("Approve").get("byDefault").asInt()).isZero();
    assertThat(played.get("Approve").get("failed").asInt()).as("%s", played).isZero();
    assertThat(played.get("Audited").get("byDefault").asInt())
        .isPositive()
        .isEqualTo(played.get("Audited").get("played").asInt());
    assertThat(report.at("/failedJobs/proposed").asInt()).isZero();
    assertThat(causes(report))
        .containsKeys(
            "Waits at the new step \"Approve\"",
            "Waits at the new step \"Audited\"",
            "Waits at the new step \"Pause over\"");
    JsonNode pause =
        StreamSupport.stream(report.at("/all/steps").spliterator(), false)
            .filter(step -> step.get("label").asText().equals("Pause over"))
            .findFirst()
            .orElseThrow();
    assertThat(pause.get("change").asText()).isEqualTo("NEW");
    assertThat(pause.at("/live/visits").asInt()).isZero();
    assertThat(pause.at("/proposed/visits").asInt()).isPositive();
    assertThat(pause.at("/proposed/median").asInt()).isGreaterThanOrEqualTo(3_600);
    assertThat(counts(report.at("/all/endings")).get("CLOSED").get(1)).isPositive();
  }

  @Test
  void whatTheChecksRefuseIsNotTriedAndTheRemarksSayWhy() throws Exception {
    edit(LIFECYCLE, "formRef=\"resolve-at-first-line\"", "formRef=\"resolve-at-line-one\"");

    Ended refused = BacktestProcess.run(folder, Map.of(), ASKING_FOR_NOTHING, arguments());

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.said())
        .contains("resolve-at-line-one", "The checks refuse these files, so they were not tried.");
  }

  @Test
  void aPageStartsItInAProgramOfItsOwnAndHearsThatAScriptNamesNoNewStep() throws Exception {
    Path answers = Files.writeString(folder.resolve("answers.yaml"), ANSWERS);

    try (TrialProgram trial =
        TrialProgram.start(
            BatonApplication.class,
            log,
            PackagedRelease.files(),
            Map.of(PRIORITY.getFileName().toString(), Files.readAllBytes(PRIORITY)),
            folder,
            List.of("--answers", answers.toString()),
            Map.of(),
            512,
            System.out::println)) {
      assertThat(trial.exit()).as(trial.said()).isEqualTo(2);
      assertThat(trial.isRunning()).isFalse();
      assertThat(trial.said())
          .contains("names what no new user task or wait of the flows is: approve.");
    }
  }

  private static Map<String, Integer> causes(JsonNode report) {
    Map<String, Integer> causes = new HashMap<>();
    report
        .get("causes")
        .forEach(cause -> causes.put(cause.get("cause").asText(), cause.get("incidents").asInt()));
    return causes;
  }

  /** The live and the proposed count, by what is counted. */
  private static Map<String, List<Integer>> counts(JsonNode figures) {
    Map<String, List<Integer>> counts = new HashMap<>();
    figures.forEach(
        one ->
            counts.put(
                one.get("what").asText(),
                List.of(one.get("live").asInt(), one.get("proposed").asInt())));
    return counts;
  }
}
