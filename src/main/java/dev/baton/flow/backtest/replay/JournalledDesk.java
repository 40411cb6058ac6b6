package dev.baton.flow.backtest.replay;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedDeskFacts;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.validation.InvalidInput;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Registers the desk whose journal is replayed: its clients with their services and VIPs, its teams
 * and its people. Everybody may do again what they did, whatever they may do today.
 */
public final class JournalledDesk {

  private static final Set<Role> WORKING = Set.of(Role.AGENT, Role.SENIOR_AGENT);

  private final ClientDirectory clients;
  private final StaffDirectory staff;

  public JournalledDesk(ClientDirectory clients, StaffDirectory staff) {
    this.clients = clients;
    this.staff = staff;
  }

  public void open(RecordedDeskFacts desk, List<LogRow> rows) {
    registerClients(desk);
    desk.teams().forEach(this::register);
    Set<String> people = new TreeSet<>();
    for (LogRow row : rows) {
      people.add(ReplayNames.actor(row.by()));
      if (row.assignee() != null) {
        people.add(ReplayNames.login(row.assignee()));
      }
    }
    desk.agents()
        .forEach(
            agent -> {
              staff.register(working(agent), null);
              people.remove(agent.login());
            });
    people.forEach(login -> staff.register(former(login), null));
  }

  private void registerClients(RecordedDeskFacts desk) {
    Map<String, Long> ids = new HashMap<>();
    for (ClientView client : desk.clients()) {
      long id = clients.register(client).id();
      ids.put(client.code(), id);
      desk.services()
          .getOrDefault(client.code(), List.of())
          .forEach(service -> clients.registerService(id, service.code(), service.name()));
    }
    desk.vips()
        .forEach(
            vip ->
                clients.register(
                    new RequesterView(
                        0, ids.get(vip.client()), vip.name(), vip.email(), null, true, null)));
  }

  /** Under its code where the scratch desk has another team of that name. */
  private void register(TeamView team) {
    try {
      staff.register(new TeamView(team.code(), team.name()));
    } catch (InvalidInput taken) {
      staff.register(new TeamView(team.code(), team.code()));
    }
  }

  /** Who does not work on incidents today is in no team, so that no policy gives them any. */
  private static AgentView working(AgentView agent) {
    boolean isAtWork = agent.active() && agent.roles().stream().anyMatch(WORKING::contains);
    Set<Role> roles = new TreeSet<>(agent.roles());
    roles.add(Role.AGENT);
    return new AgentView(
        agent.login(),
        agent.name(),
        ReplayNames.mail(agent.login()),
        agent.zone(),
        agent.language(),
        roles,
        isAtWork ? agent.teams() : Set.of(),
        true,
        agent.skills(),
        agent.languages());
  }

  private static AgentView former(String login) {
    return new AgentView(
        login,
        login,
        ReplayNames.mail(login),
        ZoneOffset.UTC,
        Locale.ENGLISH,
        Set.of(Role.AGENT),
        Set.of(),
        true);
  }
}
