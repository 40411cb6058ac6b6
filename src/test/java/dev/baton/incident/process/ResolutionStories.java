package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.Channel;
import dev.baton.incident.ConfirmationPeriod;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After the resolution: silence, consent, objection, second thoughts. */
abstract class ResolutionStories extends IncidentStory {

  private static final Duration DAY = Duration.ofDays(1);

  @Autowired ClientDirectory clients;
  @Autowired ConfirmationPeriod confirmation;

  @Test
  void silenceForFiveDaysClosesTheIncident() {
    IncidentNumber number = resolved();

    after(DAY.multipliedBy(5).minusMillis(1));
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);

    after(Duration.ofMillis(1));
    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
    assertThat(incident(number).resolvedAt()).isEqualTo(MONDAY_MORNING);
    assertThat(incident(number).closedAt()).isEqualTo(MONDAY_MORNING.plus(DAY.multipliedBy(5)));
    assertThat(last(number, "CLOSED").actor()).isEqualTo("flow");
  }

  @Test
  void theFiveDaysAreCalendarDaysInTheClientsZone() {
    // Berlin's clocks go forward in the night to 29 March: those five days have 119 hours.
    clock.travelTo(Instant.parse("2026-03-27T10:00:00Z"));
    IncidentNumber number = resolved();

    at(Instant.parse("2026-04-01T08:59:59Z"));
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);

    at(Instant.parse("2026-04-01T09:00:00Z"));
    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void timerTaskAndLetterReadTheSameEnd() {
    IncidentNumber number = resolved();
    long acme = incident(number).clientId();
    ClientView before = clients.client(acme);
    clients.register(withConfirmationDays(before, 1)); // afterwards: nothing is reckoned anew
    try {
      Instant end = confirmation.endOf(number).orElseThrow();

      assertThat(end).isEqualTo(MONDAY_MORNING.plus(DAY.multipliedBy(5)));
      assertThat(taskOf(number).getDueDate().toInstant()).isEqualTo(end);
      after(DAY.multipliedBy(4));
      assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    } finally {
      clients.register(before);
    }
  }

  private static ClientView withConfirmationDays(ClientView client, int days) {
    return new ClientView(
        client.id(),
        client.code(),
        client.name(),
        client.tier(),
        client.zone(),
        client.language(),
        days,
        client.reminders(),
        client.reminderDays());
  }

  @Test
  void anAmendedResolutionStartsTheFiveDaysAnew() {
    IncidentNumber number = resolved();
    after(DAY.multipliedBy(3));

    as("ada", () -> desk.resolve(number, ResolutionCode.WORKAROUND, "Use the other one."));
    assertThat(incident(number).resolution().code()).isEqualTo(ResolutionCode.WORKAROUND);
    assertThat(incident(number).resolvedAt()).isEqualTo(clock.instant());
    assertThat(incident(number).reopenings()).isZero();

    after(DAY.multipliedBy(2));
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    after(DAY.multipliedBy(3));
    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void aConfirmationInTasklistCloses() {
    IncidentNumber number = resolved();
    assertThat(taskOf(number).getCamundaFormRef().getKey()).isEqualTo("confirm-resolution");

    submit("ada", number, Map.of("outcome", "confirmed"));

    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
    assertThat(last(number, "CLOSED").actor()).isEqualTo("ada");
  }

  @Test
  void aConfirmationByMessageCloses() {
    IncidentNumber number = resolved();

    desk.confirm(number);

    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void aRejectionInTasklistReopens() {
    IncidentNumber number = resolved();

    submit("ada", number, Map.of("outcome", "rejected", "note", "Still silent."));

    assertReopened(number);
    assertThat(last(number, "REOPENED").text()).contains("Still silent.");
  }

  @Test
  void aRejectionByMessageReopens() {
    IncidentNumber number = resolved();

    desk.reopen(number, "Still silent.");

    assertReopened(number);
  }

  @Test
  void aReplyReopens() {
    IncidentNumber number = resolved();

    contacts.log(
        new NewContact(
            number,
            ContactKind.INCIDENT,
            null,
            Direction.IN,
            Channel.EMAIL,
            StagedDesk.RITA,
            null,
            "It is silent again.",
            Visibility.CLIENT));
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    jobs.runDue();

    assertReopened(number);
  }

  @Test
  void aReopenedIncidentIsResolvedOnceMore() {
    IncidentNumber number = resolved();
    after(DAY);
    desk.reopen(number, "Still silent.");

    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "New toner."));
    after(DAY.multipliedBy(4));
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    after(DAY);

    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
    assertThat(incident(number).reopenings()).isEqualTo(1);
  }

  private IncidentNumber resolved() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));
    return number;
  }

  private void assertReopened(IncidentNumber number) {
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(incident(number).reopenings()).isEqualTo(1);
    assertThat(incident(number).resolution()).isNull();
    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo("ada");
  }
}
