package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.Tier;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.DueJobs;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentDesk;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.ReportIncident;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.support.BatonTest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class IncidentLifecycleProcessTest {

  @Autowired ClientDirectory clients;
  @Autowired StaffDirectory staff;
  @Autowired ReportIncident reportIncident;
  @Autowired IncidentDesk desk;
  @Autowired IncidentSearch search;
  @Autowired DueJobs jobs;
  @Autowired ActingPerson actingPerson;

  @Test
  void anIncidentIsReportedTakenResolvedAndConfirmed() {
    clients.register(
        new ClientView(
            0, "acme", "Acme", Tier.GOLD, ZoneId.of("Europe/Berlin"), Locale.GERMAN, 5, 3, 1));
    staff.register(new TeamView("service-desk", "Service desk"));
    staff.register(
        new AgentView(
            "ada",
            "Ada",
            "ada@desk.example",
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Set.of(Role.AGENT),
            Set.of("service-desk"),
            true),
        null);
    IncidentView reported =
        reportIncident.report(
            new IncidentReport(
                "acme",
                "Rita",
                "rita@acme.example",
                null,
                Channel.PHONE,
                "printer 🔥",
                "It burns",
                Level.HIGH,
                Level.MEDIUM,
                null,
                null,
                null,
                null));
    assertThat(reported.status()).isEqualTo(Status.RECEIVED);
    jobs.runDue();
    IncidentNumber number = new IncidentNumber(reported.number());
    IncidentView routed = search.get(number);
    assertThat(routed.status()).isEqualTo(Status.ASSIGNED);
    assertThat(routed.priority()).isEqualTo(Priority.P2);
    Actor ada = new Actor("ada", "Test");
    actingPerson.as(ada, () -> desk.claim(number));
    assertThat(search.get(number).status()).isEqualTo(Status.IN_PROGRESS);
    actingPerson.as(ada, () -> desk.reprioritise(number, Level.LOW, Level.LOW, null));
    actingPerson.as(ada, () -> desk.resolve(number, ResolutionCode.FIXED, "Put out."));
    assertThat(search.get(number).status()).isEqualTo(Status.RESOLVED);
    desk.confirm(number);
    assertThat(search.get(number).status()).isEqualTo(Status.CLOSED);
  }
}
