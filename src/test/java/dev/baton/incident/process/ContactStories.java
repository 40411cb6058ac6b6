package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.support.StagedDesk;
import dev.baton.web.validation.InvalidInput;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** Contacts: logged in Tasklist, with or without an incident, and after its end. */
abstract class ContactStories extends IncidentStory {

  @Autowired RepositoryService repositoryService;

  @Test
  void aCallAboutADisruptionBecomesAnIncident() {
    Map<String, Object> form =
        Map.of(
            "kind", "INCIDENT",
            "channel", "WALK_IN",
            "requesterEmail", StagedDesk.RITA,
            "subject", "The door of the server room is open",
            "description", "Since yesterday.",
            "impact", "HIGH",
            "urgency", "MEDIUM");

    ProcessInstance flow = logContact("ada", form);

    IncidentNumber number = new IncidentNumber(flowById(flow).getBusinessKey());
    assertThat(incident(number).status()).isEqualTo(Status.RECEIVED);
    assertThat(incident(number).client()).isEqualTo("acme");
    assertThat(incident(number).channel()).isEqualTo(Channel.WALK_IN);
    assertThat(contacts.of(number, false, Pageable.ofSize(1_000)).getContent())
        .extracting(ContactView::loggedBy)
        .containsExactly("ada");
    assertThat(last(number, "REPORTED").origin()).isEqualTo("Tasklist");

    jobs.runDue();
    assertThat(incident(number).priority().name()).isEqualTo("P2");
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
  }

  @Test
  void aComplaintIsEscalatedByTheFlow() {
    IncidentNumber number = stage.defaultReport().routed();

    contacts.log(
        new NewContact(
            number,
            ContactKind.COMPLAINT,
            null,
            Direction.IN,
            Channel.PHONE,
            StagedDesk.RITA,
            null,
            "Nobody calls me back!",
            Visibility.CLIENT));

    assertThat(
            runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("escalation")
                .processInstanceBusinessKey(number.value())
                .list())
        .hasSize(1);
    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
  }

  @Test
  void aQuestionIsFiledWithoutAnIncident() {
    Map<String, Object> form =
        Map.of(
            "kind", "INFORMATION",
            "channel", "PHONE",
            "client", "Acme",
            "requesterName", "Rita",
            "description", "When do you open?");

    ProcessInstance flow = logContact("ada", form);

    assertThat(flowById(flow)).isNull();
    ContactView filed = newest();
    assertThat(filed.kind()).isEqualTo(ContactKind.INFORMATION);
    assertThat(filed.client()).isEqualTo("acme");
    assertThat(filed.incident()).isNull();
    assertThat(filed.body()).isEqualTo("When do you open?");
  }

  @Test
  void anAbandonedCallIsFiledEvenIfNobodyKnowsWhoItWas() {
    ProcessInstance flow = logContact("ada", Map.of("kind", "ABANDONED", "channel", "PHONE"));

    assertThat(flowById(flow)).isNull();
    assertThat(newest().kind()).isEqualTo(ContactKind.ABANDONED);
    assertThat(newest().client()).isNull();
  }

  @Test
  void aReportThatLacksSomethingIsRefusedWhole() {
    long contactsBefore = contacts.list(null, PageRequest.of(0, 1)).getTotalElements();
    long flowsBefore = runtimeService.createProcessInstanceQuery().count();
    Map<String, Object> form = new HashMap<>();
    form.put("kind", "INCIDENT");
    form.put("channel", "PHONE");
    form.put("client", "nowhere");
    form.put("requesterName", "Rita");
    form.put("subject", "x");
    form.put("impact", "HIGH");
    form.put("urgency", "HIGH");

    assertThatThrownBy(() -> logContact("ada", form))
        .isInstanceOf(InvalidInput.class)
        .hasStackTraceContaining("Client 'nowhere' does not exist. Known clients: acme, globex");
    form.put("client", "acme");
    form.remove("subject");
    assertThatThrownBy(() -> logContact("ada", form)).isInstanceOf(InvalidInput.class);
    form.put("subject", "x");
    form.put("impact", "ENORMOUS");
    assertThatThrownBy(() -> logContact("ada", form))
        .hasStackTraceContaining("'ENORMOUS' is not one of HIGH, MEDIUM, LOW");
    form.remove("kind");
    assertThatThrownBy(() -> logContact("ada", form)).isInstanceOf(InvalidInput.class);

    assertThat(contacts.list(null, PageRequest.of(0, 1)).getTotalElements())
        .isEqualTo(contactsBefore);
    assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(flowsBefore);
  }

  @Test
  void aReplyToAClosedIncidentIsKeptAndDoesNothingElse() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.cancel(number, "Never mind."));

    contacts.log(
        new NewContact(
            number,
            ContactKind.INCIDENT,
            null,
            Direction.IN,
            Channel.EMAIL,
            StagedDesk.RITA,
            null,
            "Thank you!",
            Visibility.CLIENT));
    jobs.runDue();

    assertThat(incident(number).status()).isEqualTo(Status.CANCELLED);
    assertThat(contacts.of(number, false, Pageable.ofSize(1_000)).getContent())
        .extracting(ContactView::body)
        .contains("Thank you!");
    assertThat(flowOf(number)).isNull();
  }

  @Test
  void whatTheDeskWritesIsNoReply() {
    IncidentNumber number = stage.defaultReport().routed();

    contacts.log(
        new NewContact(
            number,
            ContactKind.INCIDENT,
            null,
            Direction.OUT,
            Channel.PHONE,
            StagedDesk.RITA,
            null,
            "We are on it.",
            Visibility.CLIENT));

    assertThat(journal(number)).doesNotContain("REPLIED").contains("CONTACT_OUT");
  }

  private ProcessInstance logContact(String login, Map<String, Object> form) {
    String definition =
        repositoryService
            .createProcessDefinitionQuery()
            .processDefinitionKey(LIFECYCLE)
            .latestVersion()
            .singleResult()
            .getId();
    ProcessInstance[] started = new ProcessInstance[1];
    stage.inTasklist(
        login, () -> started[0] = formService.submitStartForm(definition, Map.copyOf(form)));
    return started[0];
  }

  private ProcessInstance flowById(ProcessInstance flow) {
    return runtimeService
        .createProcessInstanceQuery()
        .processInstanceId(flow.getId())
        .singleResult();
  }

  private ContactView newest() {
    return contacts.list(null, PageRequest.of(0, 1)).getContent().get(0);
  }
}
