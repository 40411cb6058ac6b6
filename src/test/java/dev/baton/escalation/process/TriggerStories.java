package dev.baton.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.calendar.Target;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.Trigger;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IllegalStatus;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class TriggerStories extends LadderStory {

  @Autowired private ClientDirectory clients;

  /**
   * Promised to umbrella at P3: an end within four hours, at risk at half and at three quarters.
   */
  private void promiseFourHours() {
    if (published.agreement("umbrella").isEmpty()) {
      long id =
          clients
              .register(
                  new ClientView(
                      0, "umbrella", "Umbrella", Tier.SILVER, BERLIN, Locale.ENGLISH, 5, 0, 0))
              .id();
      clients.register(new RequesterView(0, id, "Uma", "uma@umbrella.example", null, false, null));
      publish.publish(SampleTerms.daily("around-the-clock", "UTC", "00:00-24:00"));
      publish.publish(
          new AgreementDefinition(
              "umbrella",
              null,
              "umbrella",
              null,
              null,
              null,
              null,
              "around-the-clock",
              List.of(
                  new Promise(
                      ObligationKind.RESOLUTION,
                      Set.of(Priority.P3),
                      Target.parse("240 working minutes"),
                      null,
                      null,
                      null,
                      null,
                      List.of(50, 75),
                      null))));
    }
  }

  @Test
  void climbsWhenADeadlineIsAtRiskAndHigherWhenItIsMissed() {
    promiseFourHours();
    travel(at(TUESDAY, "10:00"));
    IncidentNumber number = report().of("umbrella").by("uma@umbrella.example").routed();
    as("olli", () -> desk.claim(number));

    later(Duration.ofHours(2));
    assertThat(climb(number).state()).isEqualTo(EscalationState.NOT_CLIMBED);

    later(Duration.ofHours(1));
    assertThat(record(number)).containsExactly("RAISED", "TOLD sam");
    assertThat(climb(number).trigger()).isEqualTo(Trigger.RESOLUTION_AT_RISK);

    later(Duration.ofMinutes(20));
    acknowledge("sam", number);
    travel(at(TUESDAY, "14:01"));
    assertThat(record(number)).endsWith("ACKNOWLEDGED sam", "RAISED", "TOLD lea");
    assertThat(climb(number).trigger()).isEqualTo(Trigger.RESOLUTION_BREACHED);
    assertThat(escalations.of(number)).hasSize(2);
  }

  @Test
  void hearsOfAComplaint() {
    IncidentNumber number = p3();
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
    jobs.runDue();

    assertThat(climb(number).trigger()).isEqualTo(Trigger.COMPLAINT);
    assertThat(record(number)).containsExactly("RAISED", "TOLD lea");
    later(Duration.ofMinutes(30));
    assertThat(record(number)).endsWith("SILENT lea", "TOLD carla");
  }

  @Test
  void hearsOfAVip() {
    IncidentNumber number = report().by(StagedDesk.VERA).rated(Level.MEDIUM, Level.MEDIUM).routed();
    assertThat(climb(number).trigger()).isEqualTo(Trigger.VIP);
    assertThat(record(number)).containsExactly("RAISED", "TOLD sam");
  }

  @Test
  void isNotClimbedWhereTheLadderHasNoRung() {
    IncidentNumber number = p4();
    escalations.raise(number, Trigger.RESPONSE_AT_RISK, "risk " + number, null);
    jobs.runDue();

    assertThat(climb(number).state()).isEqualTo(EscalationState.NOT_CLIMBED);
    assertThat(record(number)).containsExactly("RAISED", "NOT_CLIMBED");
  }

  @Test
  void refusesHelpForWhatIsResolved() {
    IncidentNumber number = p3();
    as("olli", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));
    assertThatThrownBy(() -> askForHelp(number)).isInstanceOf(IllegalStatus.class);
    assertThat(escalations.of(number)).isEmpty();
  }
}
