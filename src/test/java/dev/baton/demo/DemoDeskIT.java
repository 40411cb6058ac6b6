package dev.baton.demo;

import static dev.baton.incident.Status.ASSIGNED;
import static dev.baton.incident.Status.CANCELLED;
import static dev.baton.incident.Status.CLOSED;
import static dev.baton.incident.Status.IN_PROGRESS;
import static dev.baton.incident.Status.ON_HOLD;
import static dev.baton.incident.Status.RESOLVED;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.client.ClientDirectory;
import dev.baton.database.DatabaseMode;
import dev.baton.escalation.coverage.CoverageCheck;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.timeline.Timeline;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.agreement.AgreementDocument;
import dev.baton.sla.agreement.AgreementYaml;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.clock.ClockState;
import dev.baton.sla.clock.MilestoneView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.Presence;
import dev.baton.support.BatonTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

@BatonTest
class DemoDeskIT {

  @TestConfiguration
  static class AsIfEmbedded {

    @Bean
    @Primary
    DatabaseMode embedded() {
      return DatabaseMode.EMBEDDED;
    }
  }

  @Autowired DemoPeople people;
  @Autowired DemoAgreements agreements;
  @Autowired PublishedAgreements published;
  @Autowired Obligations obligations;
  @Autowired DemoPlayer teller;
  @Autowired OtherContacts otherContacts;
  @Autowired DemoTemplates templates;
  @Autowired DemoRota rota;
  @Autowired CoverageCheck coverage;
  @Autowired Duty duty;
  @Autowired ContactLog contacts;
  @Autowired ClientDirectory clients;
  @Autowired StaffDirectory staff;
  @Autowired IncidentSearch search;
  @Autowired Timeline timeline;
  @Autowired TaskService tasks;
  @Autowired IdentityService identities;
  @Autowired ManagementService management;
  @Autowired Clock clock;

  /** Within a test, for the measurement of what the flows pass knows no start-up. */
  @BeforeEach
  void aDemonstration() {
    new DemoDesk(
            DatabaseMode.EMBEDDED,
            true,
            clients,
            search,
            people,
            agreements,
            teller,
            otherContacts,
            rota,
            templates,
            coverage)
        .prepare();
  }

  @Test
  void thereAreThreeClientsInThreeZonesAndEveryRoleSignsIn() {
    assertThat(clients.clients()).extracting(client -> client.zone()).doesNotHaveDuplicates();
    assertThat(clients.clients()).hasSize(3);
    assertThat(clients.requesterWithLogin("requester")).isPresent();
    assertThat(staff.agents()).hasSize(13);
    assertThat(staff.teams()).hasSize(3);
    assertThat(Arrays.stream(Role.values()).map(Role::group))
        .allMatch(login -> identities.checkPassword(login, "baton"));
    assertThat(identities.checkPassword("requester", "baton")).isTrue();
  }

  @Test
  void twentyIncidentsAreInEveryState() {
    List<IncidentView> incidents = incidents();

    Map<Status, Long> byStatus =
        incidents.stream().collect(groupingBy(IncidentView::status, counting()));
    assertThat(incidents).hasSize(20);
    assertThat(byStatus)
        .containsOnlyKeys(ASSIGNED, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED);
    assertThat(incidents)
        .extracting(IncidentView::hold)
        .extracting(hold -> hold == null ? null : hold.reason())
        .contains(HoldReason.values());
    assertThat(incidents).extracting(IncidentView::priority).contains(Priority.values());
    assertThat(incidents).anyMatch(one -> one.duplicateOf() != null);
    assertThat(incidents).anyMatch(one -> one.status() == IN_PROGRESS && one.reopenings() == 1);
    assertThat(incidents).anyMatch(one -> one.status() == ASSIGNED && one.assignee() == null);
    assertThat(incidents).anyMatch(one -> one.status() == ASSIGNED && one.assignee() != null);
    assertThat(incidents)
        .filteredOn(one -> one.status() == RESOLVED)
        .extracting(one -> one.resolution().code())
        .contains(ResolutionCode.FIXED);
  }

  @Test
  void contactsWithoutAnIncidentAreThereToo() {
    assertThat(contacts.list(null, PageRequest.of(0, 200)).getContent())
        .filteredOn(contact -> contact.incident() == null)
        .extracting(ContactView::kind)
        .containsExactlyInAnyOrder(
            ContactKind.INFORMATION,
            ContactKind.ABANDONED,
            ContactKind.INCIDENT,
            ContactKind.INCIDENT);
  }

  @Test
  void theyHappenedOverTheLastDaysAndNothingLiesInTheFuture() {
    List<IncidentView> incidents = incidents();
    Instant now = clock.instant();

    assertThat(incidents)
        .extracting(IncidentView::openedAt)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .allMatch(now::isAfter)
        .anyMatch(opened -> opened.isBefore(now.minus(Duration.ofDays(7))))
        .anyMatch(opened -> opened.isAfter(now.minus(Duration.ofHours(1))));
    for (IncidentView incident : incidents) {
      List<Instant> moments =
          timeline
              .of(new IncidentNumber(incident.number()), false, Pageable.ofSize(1_000))
              .getContent()
              .stream()
              .map(TimelineEntry::at)
              .toList();
      assertThat(moments).isSorted().allMatch(moment -> !moment.isAfter(now));
    }
  }

  @Test
  void everyOpenIncidentHasItsTaskAndNoJobHasFailed() {
    Set<Status> done = Set.of(CLOSED, CANCELLED);
    long open = incidents().stream().filter(one -> !done.contains(one.status())).count();

    assertThat(tasks.createTaskQuery().processDefinitionKey("incident-lifecycle").count())
        .isEqualTo(open);
    assertThat(tasks.createTaskQuery().list())
        .extracting(Task::getCreateTime)
        .allMatch(created -> created.toInstant().isBefore(clock.instant()));
    assertThat(management.createJobQuery().withException().count()).isZero();
  }

  @Test
  void everybodyWasPromisedSomethingAndItStandsInEveryWay() {
    List<ObligationView> all =
        incidents().stream()
            .flatMap(one -> obligations.of(new IncidentNumber(one.number())).stream())
            .toList();

    assertThat(incidents())
        .allMatch(one -> !obligations.of(new IncidentNumber(one.number())).isEmpty());
    assertThat(all)
        .extracting(ObligationView::state)
        .contains(
            ClockState.RUNNING,
            ClockState.PAUSED,
            ClockState.MET,
            ClockState.BREACHED,
            ClockState.STOPPED);
    assertThat(all)
        .as("past due and still running")
        .anyMatch(one -> one.state() == ClockState.RUNNING && one.breachedAt() != null);
    assertThat(milestones(all)).anyMatch(one -> one.milestone().startsWith("AT_RISK"));
    assertThat(milestones(all)).anyMatch(one -> one.milestone().equals("BREACH"));
    assertThat(milestones(all))
        .as("recorded when they were reached")
        .allMatch(one -> Duration.between(one.dueAt(), one.recordedAt()).toSeconds() < 5);
  }

  private List<MilestoneView> milestones(List<ObligationView> all) {
    return all.stream().flatMap(one -> obligations.milestones(one.id()).stream()).toList();
  }

  @Test
  void whatWasPromisedReadsAsItWasWritten() {
    AgreementDocument document = published.document();

    assertThat(document.calendars()).hasSize(5);
    assertThat(document.agreements()).hasSize(5);
    assertThat(AgreementYaml.read(AgreementYaml.write(document))).isEqualTo(document);
  }

  @Test
  void aSecondStartAddsNothing() {
    aDemonstration();

    assertThat(published.agreements()).allMatch(version -> version.number() == 1);

    assertThat(incidents()).hasSize(20);
    assertThat(staff.agents()).hasSize(13);
  }

  @Test
  void everyRungHasSomebodyAtAnyHourOfTheComingWeeks() {
    Instant now = clock.instant();

    assertThat(
            Stream.of(
                    new Post("service-desk", Role.SENIOR_AGENT),
                    new Post("network", Role.SENIOR_AGENT),
                    new Post("applications", Role.SENIOR_AGENT),
                    new Post("network", Role.TEAM_LEAD),
                    new Post(null, Role.TEAM_LEAD),
                    new Post(null, Role.SERVICE_DESK_MANAGER),
                    new Post(null, Role.DIRECTOR_OF_OPERATIONS),
                    new Post(null, Role.CLIENT_RELATIONSHIP_MANAGER))
                .flatMap(post -> duty.uncovered(post, now, now.plus(Duration.ofDays(14))).stream()))
        .isEmpty();
    assertThat(duty.presence("client-relationship-manager", now).because())
        .startsWith("on leave until");
    assertThat(duty.presence("agent", now).reason()).isNotEqualTo(Presence.Reason.NO_ROTA);
  }

  private List<IncidentView> incidents() {
    IncidentCriteria any = new IncidentCriteria(Set.of(), null, null, null, null, null);
    return search.find(any, PageRequest.of(0, 100, Sort.by("number"))).getContent();
  }
}
