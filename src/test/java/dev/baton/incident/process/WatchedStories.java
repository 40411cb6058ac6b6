package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.Target;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was promised is watched beside the work: for globex, an answer, and for P3 an end too. */
abstract class WatchedStories extends IncidentStory {

  @Autowired PublishAgreements publish;

  @BeforeEach
  void promise() {
    publish.publish(SampleTerms.NINE_TO_SIX);
    publish.publish(
        new AgreementDefinition(
            "globex",
            null,
            "globex",
            null,
            null,
            null,
            null,
            "nine-to-six",
            List.of(
                promise(ObligationKind.RESPONSE, Priority.P4),
                promise(ObligationKind.RESPONSE, Priority.P3),
                promise(ObligationKind.RESOLUTION, Priority.P3))));
  }

  private static Promise promise(ObligationKind kind, Priority priority) {
    return new Promise(
        kind,
        Set.of(priority),
        Target.parse("60 working minutes"),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void aClockForEachPromiseBesideTheWork() {
    IncidentNumber number = reported(Level.MEDIUM);

    assertThat(waitingAt(number))
        .containsExactlyInAnyOrder("watchClocks", "watchClocks", "resolveAtFirstLine");
    assertThat(clocks(number)).isEqualTo(2);
  }

  @Test
  void whenEveryClockHasEndedTheWorkGoesOn() {
    IncidentNumber number = reported(Level.LOW);
    as("ada", () -> desk.claim(number));
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));
    jobs.runDue();

    assertThat(clocks(number)).isZero();
    assertThat(waitingAt(number)).containsExactly("confirmResolution");
    as("ada", () -> desk.confirm(number));
    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void whatIsPromisedLaterIsWatchedToo() {
    IncidentNumber number = reported(Level.LOW);

    as("mona", () -> desk.reprioritise(number, Level.MEDIUM, Level.MEDIUM, "More."));
    assertThat(waitingAt(number)).contains("watchAgreedClock");

    as("mona", () -> desk.reprioritise(number, Level.LOW, Level.LOW, "Less."));
    jobs.runDue();
    assertThat(waitingAt(number)).containsExactlyInAnyOrder("watchClocks", "resolveAtFirstLine");
  }

  @Test
  void theIncidentTakesItsClocksWithIt() {
    IncidentNumber number = reported(Level.MEDIUM);

    as("mona", () -> desk.cancel(number, "Reported twice."));

    assertThat(clocks(number)).isZero();
  }

  private IncidentNumber reported(Level level) {
    return stage
        .defaultReport()
        .of("globex")
        .by("gus@globex.example")
        .via(Channel.EMAIL)
        .rated(level, level)
        .routed();
  }

  private long clocks(IncidentNumber number) {
    return runtimeService
        .createProcessInstanceQuery()
        .processDefinitionKey("sla-clock")
        .processInstanceBusinessKey(number.value())
        .count();
  }
}
