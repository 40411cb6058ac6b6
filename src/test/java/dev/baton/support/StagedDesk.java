package dev.baton.support;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.DueJobs;
import dev.baton.incident.report.ReportIncident;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;

/**
 * A small desk for stories. Clients: <em>acme</em> (gold, Berlin, two reminders a day apart) and
 * <em>globex</em> (silver, New York, no reminders); each closes after five days. Ada and Ben answer
 * at the service desk, Nora works in the network team, Amir in applications; Mona manages, Otto
 * owns the flows. Rita reports for acme, Vera is its VIP.
 */
public class StagedDesk {

  public static final String RITA = "rita@acme.example";
  public static final String VERA = "vera@acme.example";

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final ReportIncident reportIncident;
  private final DueJobs jobs;
  private final ActingPerson actingPerson;
  private final IdentityService identities;
  private final AtomicBoolean furnished = new AtomicBoolean();

  StagedDesk(
      ClientDirectory clients,
      StaffDirectory staff,
      ReportIncident reportIncident,
      DueJobs jobs,
      ActingPerson actingPerson,
      IdentityService identities) {
    this.clients = clients;
    this.staff = staff;
    this.reportIncident = reportIncident;
    this.jobs = jobs;
    this.actingPerson = actingPerson;
    this.identities = identities;
  }

  /** Brings the people in; once for an application. */
  public StagedDesk furnish() {
    if (furnished.compareAndSet(false, true)) {
      long acme = client("acme", "Acme", Tier.GOLD, "Europe/Berlin", 2, 1);
      client("globex", "Globex", Tier.SILVER, "America/New_York", 0, 0);
      clients.register(new RequesterView(0, acme, "Rita Reporter", RITA, "+49 30 1", false, null));
      clients.register(new RequesterView(0, acme, "Vera Important", VERA, null, true, null));
      staff.register(new TeamView("service-desk", "Service desk"));
      staff.register(new TeamView("network", "Network"));
      staff.register(new TeamView("applications", "Applications"));
      agent("ada", Role.AGENT, "service-desk");
      agent("ben", Role.AGENT, "service-desk");
      agent("nora", Role.SENIOR_AGENT, "network");
      agent("amir", Role.SENIOR_AGENT, "applications");
      agent("mona", Role.SERVICE_DESK_MANAGER, "service-desk");
      agent("otto", Role.PROCESS_OWNER, "service-desk");
    }
    return this;
  }

  private long client(
      String code, String name, Tier tier, String zone, int reminders, int reminderDays) {
    return clients
        .register(
            new ClientView(
                0, code, name, tier, ZoneId.of(zone), Locale.ENGLISH, 5, reminders, reminderDays))
        .id();
  }

  private void agent(String login, Role role, String team) {
    staff.register(
        new AgentView(
            login,
            login,
            login + "@desk.example",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Set.of(role),
            Set.of(team),
            true),
        null);
  }

  /** Rita's report of medium impact and urgency by phone; change what matters to the story. */
  public ReportDraft defaultReport() {
    return new ReportDraft(reportIncident, jobs);
  }

  /** Does the work in the person's name, by way of the API. */
  public <T> T as(String login, Supplier<T> work) {
    return actingPerson.as(new Actor(login, "API"), work);
  }

  /** Does the work signed in to Tasklist, with the rights that the person has there. */
  public void inTasklist(String login, Runnable work) {
    signedIn(login, "Tasklist", work);
  }

  /** Does the work signed in to Cockpit, with the rights that the person has there. */
  public void inCockpit(String login, Runnable work) {
    signedIn(login, "Cockpit", work);
  }

  private void signedIn(String login, String origin, Runnable work) {
    AgentView agent = staff.agent(login).orElseThrow();
    List<String> groups = agent.roles().stream().map(Role::group).toList();
    actingPerson.as(
        new Actor(login, origin),
        () -> {
          identities.setAuthentication(login, groups);
          work.run();
        });
  }
}
