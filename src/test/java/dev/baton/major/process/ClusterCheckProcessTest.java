package dev.baton.major.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.report.ReportIncident;
import dev.baton.major.MajorDeclaration;
import dev.baton.major.MajorDetails;
import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every five minutes the incidents of the last hour are looked over. The client is umbra, gold:
 * five of a kind are a major incident, three when one of them is urgent.
 */
@FlowStories
@PassesEveryStepOf("cluster-check")
class ClusterCheckProcessTest extends MajorStory {

  private static final String ULLA = "ulla@umbra.example";
  private static final String CHECK = "cluster-check";

  @Autowired ClientDirectory clients;
  @Autowired ReportIncident reports;
  @Autowired HistoryService historyService;

  private Instant nextCheck;

  @BeforeEach
  void anHourBeforeTheNextCheck() {
    if (clients.find("umbra").isEmpty()) {
      long id =
          clients
              .register(
                  new ClientView(
                      0, "umbra", "Umbra", Tier.GOLD, ZoneOffset.UTC, Locale.ENGLISH, 5, 0, 0))
              .id();
      clients.register(new RequesterView(0, id, "Ulla", ULLA, null, false, null));
      clients.registerService(id, "mail", "Mail");
    }
    nextCheck = timer().getDuedate().toInstant();
    clock.travelTo(nextCheck.minus(Duration.ofMinutes(30)));
  }

  @Test
  void fiveOfOneServiceAreAMajorIncidentOfTheOldest() {
    List<IncidentNumber> five = report(5, "mail", null, Level.MEDIUM);

    check();

    IncidentNumber first = five.get(0);
    assertThat(major(first).declaration()).isEqualTo(MajorDeclaration.CLUSTER);
    assertThat(major(first).reason()).startsWith("5 incidents of service mail since ");
    assertThat(related(details(first)))
        .containsExactlyElementsOf(five.subList(1, 5).stream().map(Object::toString).toList());
    assertThat(journal(five.get(1))).containsExactly("Linked to the major incident " + first + ".");
    jobs.runDue();
    assertThat(task(first).getAssignee()).isEqualTo("mona");
  }

  @Test
  void ofUrgentOnesThreeAreEnoughAndTheMostUrgentLeads() {
    report(2, null, "printer", Level.MEDIUM);
    List<IncidentNumber> urgent = report(1, null, "printer", Level.HIGH);

    check();

    assertThat(details(urgent.get(0)).related()).hasSize(2);
  }

  @Test
  void fewAreLeftAloneAndSoAreThoseOfAnotherKindOrLongAgo() {
    List<IncidentNumber> old = report(3, null, "scanner", Level.MEDIUM);
    clock.travelTo(nextCheck.plus(Duration.ofMinutes(31)));
    List<IncidentNumber> two = report(2, null, "scanner", Level.MEDIUM);
    List<IncidentNumber> other = report(2, "mail", "scanner", Level.MEDIUM);

    jobs.runChecks();

    for (List<IncidentNumber> each : List.of(old, two, other)) {
      assertThat(each).allMatch(number -> majors.find(number).isEmpty());
      assertThat(each).allMatch(number -> majors.majorOf(number).isEmpty());
    }
  }

  @Test
  void laterOnesJoinTheMajorIncidentThatRunsAndTheUnlinkedDoNotComeBack() {
    List<IncidentNumber> five = report(5, null, "vpn", Level.MEDIUM);
    check();
    IncidentNumber first = five.get(0);
    as("mona", () -> majorDesk.unlink(first, five.get(4)));

    List<IncidentNumber> late = report(1, null, "vpn", Level.MEDIUM);
    check();

    assertThat(related(details(first)))
        .hasSize(4)
        .contains(late.get(0).value())
        .doesNotContain(five.get(4).value());
    check();
    assertThat(details(first).related()).hasSize(4);
  }

  @Test
  void itRepeatsInOneJobAndOnlyWhereChecksAreAskedFor() {
    assertThat(managementService.createJobQuery().processDefinitionKey(CHECK).count()).isEqualTo(1);
    long before = finished();

    clock.travelTo(nextCheck.plus(Duration.ofDays(1)));
    jobs.runDue();
    assertThat(finished()).isEqualTo(before);
    assertThat(jobs.nextDue()).isNotEqualTo(timer().getDuedate().toInstant());

    assertThat(jobs.runChecks()).isGreaterThanOrEqualTo(1);
    assertThat(finished()).isEqualTo(before + 1);
    assertThat(timer().getDuedate().toInstant())
        .isAfter(clock.instant())
        .isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
  }

  private void check() {
    clock.travelTo(timer().getDuedate().toInstant());
    jobs.runChecks();
  }

  private List<IncidentNumber> report(int many, String service, String category, Level urgency) {
    List<IncidentNumber> numbers =
        IntStream.range(0, many).mapToObj(n -> report(service, category, urgency)).toList();
    jobs.runDue();
    return numbers;
  }

  private IncidentNumber report(String service, String category, Level urgency) {
    return new IncidentNumber(
        reports
            .report(
                new IncidentReport(
                    "umbra",
                    null,
                    ULLA,
                    null,
                    Channel.PHONE,
                    "It stopped",
                    null,
                    Level.MEDIUM,
                    urgency,
                    category,
                    service,
                    null,
                    null))
            .number());
  }

  private static List<String> related(MajorDetails details) {
    return details.related().stream().map(child -> child.incident().number()).toList();
  }

  private Job timer() {
    return managementService.createJobQuery().processDefinitionKey(CHECK).timers().singleResult();
  }

  private long finished() {
    return historyService
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(CHECK)
        .finished()
        .count();
  }
}
