package dev.baton.notification.plan;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.major.MajorParticipants;
import dev.baton.notification.Audience;
import dev.baton.notification.Recipient;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.Presence;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the people of an audience. */
@Component
class RecipientSearch {

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final Duty duty;
  private final MajorParticipants participants;
  private final JdbcClient jdbc;
  private final Clock clock;

  RecipientSearch(
      ClientDirectory clients,
      StaffDirectory staff,
      Duty duty,
      MajorParticipants participants,
      JdbcClient jdbc,
      Clock clock) {
    this.participants = participants;
    this.clients = clients;
    this.staff = staff;
    this.duty = duty;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param person sign-in name of the only recipient; null for the whole audience
   * @param roles of the stakeholders
   */
  List<Recipient> of(Audience audience, IncidentView incident, String person, Set<String> roles) {
    if (person != null && !audience.isOutside()) {
      return staff.agent(person).stream().map(a -> recipient(audience, a, incident)).toList();
    }
    return switch (audience) {
      case REQUESTER -> List.of(requester(incident));
      case CLIENT_CONTACT ->
          others(
              audience,
              incident,
              "select name, address from client_contact where client_id = ?",
              incident.clientId());
      case WATCHERS ->
          others(
              audience,
              incident,
              "select name, address from watcher where incident = ? and state = 'FOLLOWING'",
              incident.number());
      case TEAM -> team(incident);
      case LADDER -> List.of();
      case STAKEHOLDERS -> stakeholders(incident, roles);
    };
  }

  private Recipient requester(IncidentView incident) {
    ClientView client = clients.client(incident.clientId());
    IncidentView.Requester who = incident.requester();
    return outside(Audience.REQUESTER, who.name(), who.email(), incident, client);
  }

  private List<Recipient> others(Audience audience, IncidentView incident, String sql, Object of) {
    ClientView client = clients.client(incident.clientId());
    return jdbc.sql(sql)
        .param(of)
        .query((row, n) -> outside(audience, row.getString(1), row.getString(2), incident, client))
        .list();
  }

  private static Recipient outside(
      Audience audience, String name, String email, IncidentView incident, ClientView client) {
    return new Recipient(
        audience,
        name,
        email,
        null,
        client.code(),
        incident.team(),
        client.language(),
        client.zone());
  }

  private List<Recipient> team(IncidentView incident) {
    Stream<String> logins =
        incident.assignee() != null
            ? Stream.of(incident.assignee())
            : incident.team() == null
                ? Stream.empty()
                : duty.presences(new Post(incident.team(), null), clock.instant()).stream()
                    .filter(Presence::onDuty)
                    .map(Presence::login);
    return logins
        .flatMap(login -> staff.agent(login).stream())
        .map(agent -> recipient(Audience.TEAM, agent, incident))
        .toList();
  }

  private List<Recipient> stakeholders(IncidentView incident, Set<String> roles) {
    Stream<String> management =
        roles.stream()
            .map(group -> Role.ofGroup(group).orElse(null))
            .filter(Objects::nonNull)
            .flatMap(role -> duty.presences(new Post(null, role), clock.instant()).stream())
            .map(Presence::login);
    Stream<String> named =
        participants.stakeholders(new IncidentNumber(incident.number())).stream();
    return Stream.concat(management, named)
        .distinct()
        .flatMap(login -> staff.agent(login).stream())
        .map(agent -> recipient(Audience.STAKEHOLDERS, agent, incident))
        .toList();
  }

  private Recipient recipient(Audience audience, AgentView agent, IncidentView incident) {
    return new Recipient(
        audience,
        agent.name(),
        agent.email(),
        agent.login(),
        clients.client(incident.clientId()).code(),
        incident.team(),
        agent.language(),
        agent.zone());
  }
}
