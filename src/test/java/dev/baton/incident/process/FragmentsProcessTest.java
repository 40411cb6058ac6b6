package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.OfferedTask;
import dev.baton.engine.UserTaskKind;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import dev.baton.support.FlowStories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The fragments that owners copy do what the guide says of them. */
@FlowStories
class FragmentsProcessTest extends IncidentStory {

  private static final Path FRAGMENTS = Path.of("processes", "fragments");
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired RepositoryService repositoryService;

  private String deployment;
  private IncidentNumber number;

  @BeforeEach
  void adaWorksOnAnIncident() {
    number = stage.defaultReport().report();
    jobs.runDue();
    claimInTasklist("ada", number);
  }

  @AfterEach
  void takeTheFragmentAway() {
    leaveNothingOpen();
    repositoryService.deleteDeployment(deployment, true);
  }

  @Test
  void waitWithReminderRemindsAndThenResumes() throws IOException {
    String flow =
        start(
            "wait-with-reminder",
            "wait-on-hold",
            Map.of("holdReason", "REQUESTER", "holdUntil", in(DAY), "note", "Which printer?"));
    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);
    assertThat(openTask(flow).is(UserTaskKind.HOLD)).isTrue();
    assertThat(openTask(flow).offers("extend")).isTrue();

    after(DAY);
    assertThat(last(number, "REMINDED").text()).contains("1 of 2");
    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);

    submit("ada", flow, Map.of("outcome", "extend", "holdUntil", in(DAY)));
    assertThat(incident(number).hold().until()).isEqualTo(clock.instant().plus(DAY));

    submit("ada", flow, Map.of("outcome", "resume"));
    assertThat(incident(number).hold()).isNull();
    assertEnded(flow);
  }

  @Test
  void handToSupplierComesBackWhenTheSupplierIsLate() throws IOException {
    String flow = start("hand-to-supplier", "wait-on-hold", Map.of("holdUntil", in(DAY)));
    assertThat(incident(number).hold().reason()).isEqualTo(HoldReason.SUPPLIER);

    after(DAY);

    assertThat(incident(number).hold()).isNull();
    assertEnded(flow);
  }

  @Test
  void aSideTaskIsAnotherTeamsAndLeavesTheAssigneeAlone() throws IOException {
    String flow = start("side-task", "side-task", Map.of());
    OfferedTask aside = openTask(flow);
    assertThat(aside.is(UserTaskKind.ASIDE)).isTrue();
    assertThat(aside.assignee()).isNull();
    assertThat(taskService.getIdentityLinksForTask(aside.id()))
        .extracting(link -> link.getGroupId())
        .containsExactly("team-network");

    submit("nora", flow, Map.of("note", "Security knows."));

    assertThat(incident(number).assignee()).isEqualTo("ada");
    assertThat(incident(number).team()).isEqualTo("service-desk");
    assertEnded(flow);
  }

  @Test
  void anApprovalAsksSomebodyElse() throws IOException {
    String flow = start("approval", "approve", Map.of());
    assertThat(openTask(flow).is(UserTaskKind.APPROVAL)).isTrue();
    assertThat(openTask(flow).description().notBy()).isEqualTo("resolver");
    assertThat(openTask(flow).description().team()).as("left empty in the model").isNull();

    submit("mona", flow, Map.of("outcome", "approved"));

    assertEnded(flow);
  }

  private String start(String fragment, String form, Map<String, Object> input) throws IOException {
    String model =
        Files.readString(FRAGMENTS.resolve(fragment + ".bpmn"))
            .replace("value=\"security\"", "value=\"network\"");
    Path own = FRAGMENTS.resolve(form + ".form");
    Path file = Files.exists(own) ? own : Path.of("forms", form + ".form");
    deployment =
        repositoryService
            .createDeployment()
            .addString(fragment + ".bpmn", model)
            .addString(form + ".form", Files.readString(file))
            .deploy()
            .getId();
    return runtimeService
        .startProcessInstanceByKey(fragment, number.value(), input)
        .getProcessInstanceId();
  }

  private void submit(String login, String flow, Map<String, Object> form) {
    String task = openTask(flow).id();
    stage.inTasklist(login, () -> formService.submitTaskForm(task, form));
  }

  private OfferedTask openTask(String flow) {
    assertThat(flows.offeredTasks(flow)).hasSize(1);
    return flows.offeredTasks(flow).get(0);
  }

  private Date in(Duration time) {
    return Date.from(clock.instant().plus(time));
  }

  private void assertEnded(String flow) {
    assertThat(runtimeService.createProcessInstanceQuery().processInstanceId(flow).count())
        .isZero();
  }
}
