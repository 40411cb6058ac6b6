package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.support.FlowStories;
import dev.baton.support.StagedDesk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Incidents on a lifecycle of before 1.5, which draws no escalation and sets no days. */
@FlowStories
class EarlierLifecycleProcessTest extends IncidentStory {

  @Autowired private RepositoryService repositoryService;

  private String deployment;

  @BeforeEach
  void deployTheEarlierLifecycle() {
    String original =
        repositoryService
            .createProcessDefinitionQuery()
            .processDefinitionKey(LIFECYCLE)
            .latestVersion()
            .singleResult()
            .getDeploymentId();
    DeploymentBuilder builder = repositoryService.createDeployment().name("Earlier lifecycle");
    for (Resource resource : repositoryService.getDeploymentResources(original)) {
      String name = resource.getName();
      if (!name.endsWith("reconciliation.bpmn")) {
        String text = text(original, name);
        builder.addString(name, name.endsWith(LIFECYCLE + ".bpmn") ? earlier(text) : text);
      }
    }
    deployment = builder.deploy().getId();
  }

  @AfterEach
  void takeItAway() {
    leaveNothingOpen();
    repositoryService.deleteDeployment(deployment, true);
  }

  private static String earlier(String lifecycle) {
    return lifecycle
        .replace("name=\"complaintReceived\"", "name=\"unheardOf\"")
        .replace("${vip}", "${false}")
        .replace("${isMajor}", "${priority == 'P1'}")
        .replaceAll(
            "<camunda:inputParameter"
                + " name=\"(amount|unit|reminders)\">CLIENT_SETTING</camunda:inputParameter>",
            "");
  }

  private String text(String from, String resource) {
    try (InputStream stream = repositoryService.getResourceAsStream(from, resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void escalateForVipsAndComplaintsAllTheSame() {
    IncidentNumber vip =
        stage.defaultReport().by(StagedDesk.VERA).rated(Level.MEDIUM, Level.MEDIUM).routed();
    assertThat(triggers(vip)).containsExactly("VIP");

    IncidentNumber other = stage.defaultReport().rated(Level.MEDIUM, Level.MEDIUM).routed();
    assertThat(triggers(other)).isEmpty();
    contacts.log(
        new NewContact(
            other,
            ContactKind.COMPLAINT,
            null,
            Direction.IN,
            Channel.PHONE,
            StagedDesk.RITA,
            null,
            "Nobody calls me back!",
            Visibility.CLIENT));
    assertThat(triggers(other)).containsExactly("COMPLAINT");
  }

  @Test
  void waitAsTheClientsSettingsSay() {
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);

    submit("ada", number, Map.of("outcome", "hold", "holdReason", "REQUESTER", "note", "Which?"));
    after(Duration.ofDays(1));

    assertThat(last(number, "REMINDED").text()).contains("1 of 2");
    assertThat(incident(number).hold().until()).isEqualTo(MONDAY_MORNING.plus(Duration.ofDays(2)));
  }

  private List<Object> triggers(IncidentNumber number) {
    return runtimeService
        .createProcessInstanceQuery()
        .processDefinitionKey("escalation")
        .processInstanceBusinessKey(number.value())
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .map(id -> runtimeService.getVariable(id, "trigger"))
        .toList();
  }
}
